"""What a user can do to relations and attributes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.attribute_edits import (
    set_article_attribute,
    set_attribute,
    set_each,
    set_relation_attribute,
    set_relation_note,
)
from annotator.model.change import Change
from annotator.model.document import DONE, IN_WORK, Document, Status
from annotator.model.edits import remove
from annotator.model.items import altered
from annotator.model.merge import merge
from annotator.model.relation_edits import (
    DisallowedRelationError,
    DuplicateRelationError,
    allowed_types,
    relate,
    remove_relations,
    retype,
    turn_round,
)
from annotator.model.scheme import Label, RelationRule, Scheme
from annotator.model.span import Span

LABELS = tuple(Label(id, "", "#999999", "fill") for id in ("claim", "source", "figure"))
RULES = (
    RelationRule("attributed_to", "claim", "source"),
    RelationRule("repeats", "claim", "claim"),
    RelationRule("updates", "claim", "claim"),
    RelationRule("contradicts", "claim", "claim", symmetric=True),
)
SCHEME = Scheme("own", "Own", LABELS, RULES)
A, B, S = (
    Annotation("a", "claim", Span(0, 4)),
    Annotation("b", "claim", Span(5, 9)),
    Annotation("s", "source", Span(0, 9)),
)
LINK = Relation("r", "attributed_to", "a", "s", {"sure": True}, "Twice.")
ARTICLE = Article.of("story.txt", "Some words of a story.")


def document(*relations: Relation, status: str = DONE) -> Document:
    items = {item.id: item for item in (A, B, S)}
    return Document(ARTICLE, items, {relation.id: relation for relation in relations}, Status(status))


class TestRelating:
    def test_it_is_added_and_begins_the_work(self) -> None:
        before = document(status="new")
        after = relate(before, SCHEME, "a", "s", "attributed_to", id="r").apply(before)
        assert after == document(Relation("r", "attributed_to", "a", "s"), status=IN_WORK)

    @pytest.mark.parametrize(
        ("source", "target", "type"),
        [("s", "a", "attributed_to"), ("a", "b", "attributed_to"), ("a", "s", "unknown"), ("a", "a", "repeats")],
    )
    def test_what_the_scheme_does_not_allow_is_refused(self, source: str, target: str, type: str) -> None:
        with pytest.raises(DisallowedRelationError):
            relate(document(), SCHEME, source, target, type, id="r")

    def test_the_same_again_is_refused(self) -> None:
        with pytest.raises(DuplicateRelationError) as refused:
            relate(document(LINK), SCHEME, "a", "s", "attributed_to", id="q")
        assert refused.value.existing == LINK

    def test_a_symmetric_one_counts_once_whichever_way_it_goes(self) -> None:
        there = Relation("r", "contradicts", "b", "a")
        with pytest.raises(DuplicateRelationError):
            relate(document(there), SCHEME, "a", "b", "contradicts", id="q")
        assert relate(document(altered(there, type="repeats")), SCHEME, "a", "b", "repeats", id="q")

    def test_the_types_are_those_that_the_scheme_allows(self) -> None:
        found = [[rule.id for rule in allowed_types(document(), SCHEME, "a", end)] for end in "abs"]
        assert found == [[], ["repeats", "updates", "contradicts"], ["attributed_to"]]


class TestAltering:
    def test_another_type_keeps_what_it_says(self) -> None:
        before = document(Relation("r", "repeats", "a", "b", {"sure": True}, "Twice."))
        after = retype(before, SCHEME, "r", "updates").apply(before)
        assert after == document(Relation("r", "updates", "a", "b", {"sure": True}, "Twice."))
        assert not retype(before, SCHEME, "r", "repeats")
        with pytest.raises(DisallowedRelationError):
            retype(before, SCHEME, "r", "attributed_to")

    def test_a_type_that_is_there_is_refused(self) -> None:
        before = document(Relation("r", "repeats", "a", "b"), Relation("q", "contradicts", "b", "a"))
        with pytest.raises(DuplicateRelationError):
            retype(before, SCHEME, "r", "contradicts")

    def test_it_is_turned_round(self) -> None:
        before = document(Relation("r", "repeats", "a", "b"))
        assert turn_round(before, SCHEME, "r").apply(before) == document(Relation("r", "repeats", "b", "a"))
        assert not turn_round(document(Relation("r", "contradicts", "a", "b")), SCHEME, "r")
        with pytest.raises(DisallowedRelationError):
            turn_round(document(LINK), SCHEME, "r")

    def test_it_says_more(self) -> None:
        before = document(Relation("r", "attributed_to", "a", "s"))
        between = set_relation_attribute(before, "r", "sure", True).apply(before)
        after = set_relation_note(between, "r", "Twice.").apply(between)
        assert after == document(LINK)
        assert not set_relation_note(after, "r", "Twice.")
        assert set_relation_attribute(after, "r", "sure", None).apply(after).relations["r"].attributes == {}

    def test_it_is_removed(self) -> None:
        assert remove_relations(document(LINK), ["r"]).apply(document(LINK)) == document()
        assert not remove_relations(document(LINK), [])

    def test_it_goes_with_an_annotation_at_its_end(self) -> None:
        change = remove(document(LINK), ["s"])
        assert not change.apply(document(LINK)).relations
        assert change.inverse().apply(change.apply(document(LINK))) == document(LINK)


class TestAttributes:
    def test_several_annotations_get_a_value_as_one_change(self) -> None:
        after = set_attribute(document(), ["a", "s"], "value", 3, now="now").apply(document())
        assert {id: (item.attributes, item.modified) for id, item in after.annotations.items()} == {
            "a": ({"value": 3}, "now"),
            "b": ({}, ""),
            "s": ({"value": 3}, "now"),
        }

    def test_only_what_differs_is_changed(self) -> None:
        three = set_attribute(document(), ["a"], "value", 3, now="then").apply(document())
        assert [item.id for item in set_attribute(three, ["a", "b"], "value", 3, now="now").annotations_added] == ["b"]
        assert not set_attribute(three, ["a"], "value", 3, now="now")
        assert set_attribute(three, ["a"], "value", 3.0, now="now")  # written otherwise

    def test_a_value_is_unset(self) -> None:
        three = set_attribute(document(), ["a"], "value", 3, now="").apply(document())
        assert set_attribute(three, ["a", "b"], "value", None, now="").apply(three) == document()

    def test_several_values_at_once(self) -> None:
        three = set_attribute(document(), ["a"], "value", 3, now="").apply(document())
        after = set_each(three, {"a": {"value": None, "kind": "event", "many": ["x"]}}, now="").apply(three)
        assert after.annotations["a"].attributes == {"kind": "event", "many": ["x"]}

    def test_the_article_has_its_own(self) -> None:
        imported = replace(document(), article_extra={"origin": {"file": "a.html"}, "attributes": {"title": "Town"}})
        after = set_article_attribute(imported, "outlet", "The Daily").apply(imported)
        assert after.article_attributes == {"title": "Town", "outlet": "The Daily"}
        assert after.article_extra["origin"] == {"file": "a.html"}
        assert not set_article_attribute(after, "outlet", "The Daily")
        bare = set_article_attribute(document(), "outlet", "The Daily").apply(document())
        assert set_article_attribute(bare, "outlet", None).apply(bare) == document()

    @pytest.mark.parametrize(
        "edit",
        [
            lambda: set_attribute(document(), ["a"], "note", "\ud800", now=""),
            lambda: set_attribute(document(), ["a"], "note", ["a", {"b": "\ud800"}], now=""),
            lambda: set_article_attribute(document(), "\ud800", "a"),
            lambda: set_relation_note(document(LINK), "r", "\ud800"),
        ],
    )
    def test_a_lone_surrogate_is_refused(self, edit: Callable[[], Change]) -> None:
        with pytest.raises(ValueError, match="surrogates not allowed"):
            edit()


class TestMerging:
    def test_what_both_say_of_a_relation_comes_together(self) -> None:
        base = document(LINK)
        ours = set_relation_attribute(base, "r", "sure", False).apply(base)
        theirs = set_relation_note(base, "r", "Three times.").apply(base)
        merged = merge(base, ours, theirs)
        assert not merged.conflicts
        assert merged.change.apply(ours) == document(altered(LINK, attributes={"sure": False}, note="Three times."))

    def test_the_same_attribute_in_two_ways_is_a_conflict(self) -> None:
        base = document(LINK)
        ours, theirs = (set_relation_attribute(base, "r", "sure", value).apply(base) for value in ("yes", "no"))
        assert [conflict.key for conflict in merge(base, ours, theirs).conflicts] == [("Relation", "r")]

    def test_its_type_and_its_ends_are_one(self) -> None:
        base = document(Relation("r", "repeats", "a", "b"))
        ours, theirs = retype(base, SCHEME, "r", "updates").apply(base), turn_round(base, SCHEME, "r").apply(base)
        assert merge(base, ours, theirs).conflicts

    def test_an_annotation_stays_where_the_other_has_altered_its_relation(self) -> None:
        base = document(LINK)
        ours, theirs = set_relation_note(base, "r", "New.").apply(base), remove(base, ["s"]).apply(base)
        for one, other in ((ours, theirs), (theirs, ours)):
            merged = merge(base, one, other)
            assert "s" in merged.change.apply(one).annotations
            assert [conflict.key for conflict in merged.conflicts] == [("Relation", "r")]

    def test_what_both_know_of_the_article_comes_together(self) -> None:
        base = document()
        ours = set_article_attribute(base, "outlet", "The Daily").apply(base)
        theirs = set_article_attribute(base, "published", "2016").apply(base)
        merged = merge(base, ours, theirs)
        assert not merged.conflicts
        assert merged.change.apply(ours).article_attributes == {"outlet": "The Daily", "published": "2016"}
        other = set_article_attribute(base, "outlet", "The Weekly").apply(base)
        assert [conflict.key for conflict in merge(base, ours, other).conflicts] == [("Head", "")]


values = st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from(["a", "b"])
names = st.sampled_from(["kind", "value"])
ends, types = st.sampled_from("abs"), st.sampled_from([rule.id for rule in RULES])


@st.composite
def edits(draw: st.DrawFn, before: Document, number: int) -> Change:
    """One of all edits of relations and attributes; nothing where it is refused."""
    present, links = sorted(before.annotations), sorted(before.relations)
    some = st.lists(st.sampled_from(present), unique=True) if present else st.just([])
    makers: list[Callable[[], Change]] = [
        lambda: set_attribute(before, draw(some), draw(names), draw(values), now=str(number)),
        lambda: set_article_attribute(before, draw(names), draw(values)),
        lambda: remove(before, draw(some)),
    ]
    if {"a", "b", "s"} <= {*present}:
        makers.append(lambda: relate(before, SCHEME, draw(ends), draw(ends), draw(types), id=f"n{number}"))
    if links:
        link = st.sampled_from(links)
        makers += [
            lambda: retype(before, SCHEME, draw(link), draw(types)),
            lambda: turn_round(before, SCHEME, draw(link)),
            lambda: set_relation_attribute(before, draw(link), draw(names), draw(values)),
            lambda: set_relation_note(before, draw(link), draw(st.sampled_from(["", "x"]))),
            lambda: remove_relations(before, [draw(link)]),
        ]
    try:
        return draw(st.sampled_from(makers))()
    except (DisallowedRelationError, DuplicateRelationError):
        return Change()


@given(st.data())
def test_every_edit_can_be_undone_and_nothing_dangles_or_is_there_twice(data: st.DataObject) -> None:
    now = document(LINK)
    for number in range(data.draw(st.integers(1, 8))):
        change = data.draw(edits(now, number))
        after = change.apply(now)
        assert change.inverse().apply(after) == now
        now = after
        assert all({link.source, link.target} <= after.annotations.keys() for link in after.relations.values())
        joined = [
            (
                link.type,
                *(sorted([link.source, link.target]) if link.type == "contradicts" else (link.source, link.target)),
            )
            for link in after.relations.values()
        ]
        assert len(joined) == len({*joined})
