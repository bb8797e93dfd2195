"""Two people's work on one document, brought together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.deciding import THEIRS, decided
from annotator.model.difference import difference
from annotator.model.document import DONE, IN_WORK, NOTHING_FOUND, REVIEWED, Document, Status
from annotator.model.items import altered
from annotator.model.merge import Conflict, Merged, merge
from annotator.model.span import Span
from tests.support.document_strategies import documents

ARTICLE = Article.of("town.txt", "Thousands of people left the town on Thursday.")
CLAIM = Annotation("a", "claim", Span(0, 9), {"kind": "event"}, modified="1")
SOURCE = Annotation("b", "source", Span(10, 12))
LINK = Relation("r", "attributed_to", "a", "b")
times = st.just("") | st.integers(0, 59).map(lambda second: f"2026-11-22T06:21:{second:02}Z")


def document(*items: Annotation | Relation, status: str = IN_WORK, **more: object) -> Document:
    annotations = {item.id: item for item in items if isinstance(item, Annotation)}
    relations = {item.id: item for item in items if isinstance(item, Relation)}
    return Document(ARTICLE, MappingProxyType(annotations), MappingProxyType(relations), Status(status), **more)  # type: ignore[arg-type]  # any field


def together(base: Document, ours: Document, theirs: Document) -> Document:
    merged = merge(base, ours, theirs)
    assert not merged.conflicts
    return merged.change.apply(ours)


def ids(items: Iterable[str]) -> str:
    return "".join(sorted(items))


@given(base=documents(), other=documents())
def test_what_only_one_side_has_altered_is_taken(base: Document, other: Document) -> None:
    other = replace(other, article=base.article)
    assert merge(base, other, base) == Merged(difference(other, other))
    taken = merge(base, base, other)
    assert not taken.conflicts
    assert taken.change.apply(base) == other


@given(base=documents(), same=documents())
def test_the_same_on_both_sides_is_no_conflict(base: Document, same: Document) -> None:
    same = replace(same, article=base.article)
    assert merge(base, same, replace(same)) == Merged(difference(same, same))


@given(base=documents(), ours=documents(), theirs=documents())
def test_every_annotation_of_either_side_is_there_or_in_conflict(
    base: Document, ours: Document, theirs: Document
) -> None:
    ours, theirs = replace(ours, article=base.article), replace(theirs, article=base.article)
    merged = merge(base, ours, theirs)
    result = merged.change.apply(ours)
    open_ids = {conflict.key for conflict in merged.conflicts}
    for side in (ours, theirs):
        for id, annotation in side.annotations.items():
            if ("Annotation", id) not in open_ids and id not in base.annotations:
                assert result.annotations[id] == annotation


NEW_IDS = ("n0", "n1", "n2")
LABELS = ("claim", "source")
labels = st.sampled_from(LABELS)
linked_pairs = st.lists(st.sampled_from(["ab", "bc", "ca"]), unique=True)
spans = st.integers(0, 30).map(lambda start: Span(start, start + 5))


@st.composite
def begun(draw: st.DrawFn) -> Document:
    """Three annotations, some of them linked."""
    items = [Annotation(id, draw(labels), draw(spans)) for id in "abc"]
    return document(*items, *(Relation(f"r{pair}", "via", *pair) for pair in draw(linked_pairs)))


alterations = (
    st.just({})
    | st.none()
    | st.fixed_dictionaries({"note": st.sampled_from(["x", "y"])})
    | st.fixed_dictionaries({"span": spans})
    | st.fixed_dictionaries({"label": labels})
    | st.fixed_dictionaries({"attributes": st.dictionaries(st.sampled_from("kv"), st.integers(1, 2))})
)
new_ids = st.lists(st.sampled_from(NEW_IDS), unique=True)
pairs = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=2)
statuses = st.sampled_from(["new", IN_WORK, DONE, REVIEWED])


@st.composite
def worked_on(draw: st.DrawFn, before: Document) -> Document:
    """What somebody made of it: annotations altered, added, removed with their relations, linked."""
    drawn = {id: draw(alterations) for id in before.annotations}
    items = {id: altered(before.annotations[id], **new) for id, new in drawn.items() if new is not None}
    items |= {id: Annotation(id, "figure", draw(spans)) for id in draw(new_ids)}
    links, names = dict(before.relations), sorted(items)
    for pair in draw(pairs) if names else ():
        ends = [names[number % len(names)] for number in pair]
        links["r" + "".join(ends)] = Relation("r" + "".join(ends), "via", *ends)
    whole = [link for link in links.values() if link.source in items and link.target in items]
    return document(*items.values(), *whole, status=draw(statuses))


@given(data=st.data(), base=begun())
def test_both_sides_come_to_the_same(data: st.DataObject, base: Document) -> None:
    ours, theirs = data.draw(worked_on(base)), data.draw(worked_on(base))
    here, there = merge(base, ours, theirs), merge(base, theirs, ours)
    assert {c.key for c in here.conflicts} == {c.key for c in there.conflicts}
    if not here.conflicts:
        assert here.change.apply(ours) == there.change.apply(theirs)


@given(data=st.data(), base=begun())
def test_nothing_that_either_side_has_done_is_gone(data: st.DataObject, base: Document) -> None:
    ours, theirs = data.draw(worked_on(base)), data.draw(worked_on(base))
    merged = merge(base, ours, theirs)
    result, undecided = merged.change.apply(ours), {conflict.key[1] for conflict in merged.conflicts}
    for side in (ours, theirs):
        done = {id for id, item in side.annotations.items() if item != base.annotations.get(id)}
        assert done <= result.annotations.keys() | undecided
        assert side.relations.keys() - base.relations.keys() <= result.relations.keys() | undecided


@given(data=st.data(), base=begun())
def test_no_relation_dangles(data: st.DataObject, base: Document) -> None:
    ours, theirs = data.draw(worked_on(base)), data.draw(worked_on(base))
    result = merge(base, ours, theirs).change.apply(ours)
    ends = {id for relation in result.relations.values() for id in (relation.source, relation.target)}
    assert ends <= result.annotations.keys()


class TestOneAnnotation:
    def test_a_note_here_and_a_place_there(self) -> None:
        noted, moved = altered(CLAIM, note="see", modified="2"), altered(CLAIM, span=Span(0, 20), modified="3")
        result = together(document(CLAIM), document(noted), document(moved))
        assert result.annotations["a"] == altered(CLAIM, note="see", span=Span(0, 20), modified="3")

    @pytest.mark.parametrize(("here", "there"), [("1", "3"), ("3", "1"), ("1", "1")])
    def test_it_was_created_when_the_earlier_one_was_and_modified_when_the_later_one_was(
        self, here: str, there: str
    ) -> None:
        base = altered(CLAIM, created="2", modified="2")
        noted = altered(base, note="see", created=here, modified=here)
        moved = altered(base, span=Span(0, 20), created=there, modified=there)
        merged = together(document(base), document(noted), document(moved)).annotations["a"]
        assert (merged.created, merged.modified) == (min(here, there), max(here, there))

    def test_a_time_that_one_side_does_not_say_is_taken_from_the_other(self) -> None:
        base = altered(CLAIM, created="2", modified="2")
        here, there = altered(base, note="see"), altered(base, created="", span=Span(0, 20))
        for one, other in ((here, there), (there, here)):
            (merged,) = together(document(base), document(one), document(other)).annotations.values()
            assert merged.created == "2"

    @given(st.tuples(times, times, times), st.tuples(times, times, times))
    def test_times_are_the_same_whoever_merges(self, created: tuple[str, ...], modified: tuple[str, ...]) -> None:
        sides = [altered(CLAIM, created=at, modified=then) for at, then in zip(created, modified, strict=True)]
        base, here, there = sides[0], altered(sides[1], note="see"), altered(sides[2], span=Span(0, 20))
        (merged,) = together(document(base), document(here), document(there)).annotations.values()
        (likewise,) = together(document(base), document(there), document(here)).annotations.values()
        assert merged == likewise
        known = [time for time in (here.created, there.created) if time]
        assert merged.created in known or not known
        assert all(merged.created <= time for time in known)
        assert merged.modified >= max(here.modified, there.modified)

    def test_two_attributes(self) -> None:
        here = altered(CLAIM, attributes={"kind": "event", "voice": "author"})
        there = altered(CLAIM, attributes={})
        assert together(document(CLAIM), document(here), document(there)).annotations["a"].attributes == {
            "voice": "author"
        }

    def test_a_label_here_and_its_attribute_there_do_not_merge(self) -> None:
        here, there = altered(CLAIM, label="quote"), altered(CLAIM, attributes={"kind": "opinion"})
        merged = merge(document(CLAIM), document(here), document(there))
        assert merged == Merged(difference(ARTICLE_ONLY, ARTICLE_ONLY), (Conflict(CLAIM, here, there),))

    def test_two_notes_do_not_merge(self) -> None:
        here, there = altered(CLAIM, note="mine"), altered(CLAIM, note="theirs")
        assert merge(document(CLAIM), document(here), document(there)).conflicts == (Conflict(CLAIM, here, there),)

    def test_removed_here_and_altered_there_does_not_merge(self) -> None:
        there = altered(CLAIM, note="theirs")
        assert merge(document(CLAIM), document(), document(there)).conflicts == (Conflict(CLAIM, None, there),)
        assert merge(document(CLAIM), document(there), document()).conflicts == (Conflict(CLAIM, there, None),)

    def test_the_same_id_for_two_things_does_not_merge(self) -> None:
        other = altered(SOURCE, id="a")
        assert merge(document(), document(CLAIM), document(other)).conflicts == (Conflict(None, CLAIM, other),)

    def test_an_id_that_is_a_relation_s_here_and_an_annotation_s_there_does_not_merge(self) -> None:
        base, link = document(SOURCE), Relation("a", "via", "b", "b")
        ours, theirs = document(SOURCE, link), document(SOURCE, CLAIM)
        (conflict,) = merge(base, ours, theirs).conflicts
        assert conflict == Conflict(None, None, CLAIM)
        change = decided(ours, [conflict], {conflict.key: THEIRS}, lambda: "new")
        assert (ids(change.apply(ours).annotations), ids(change.apply(ours).relations)) == ("bnew", "a")


class TestLinks:
    @pytest.mark.parametrize("here_links", [True, False])
    def test_what_one_side_has_linked_stays_though_the_other_removed_it(self, here_links: bool) -> None:
        linked, without = document(CLAIM, SOURCE, LINK), document(CLAIM)
        sides = (linked, without) if here_links else (without, linked)
        result = together(document(CLAIM, SOURCE), *sides)
        assert (ids(result.annotations), ids(result.relations)) == ("ab", "r")

    def test_removing_with_its_relations_is_removing(self) -> None:
        base = document(CLAIM, SOURCE, LINK)
        assert not together(base, document(CLAIM), base).relations
        result = together(base, base, document(CLAIM))
        assert (ids(result.annotations), ids(result.relations)) == ("a", "")


class TestTheRest:
    def test_having_finished_wins_over_having_begun(self) -> None:
        base, begun, done = document(status="new"), document(), document(status=DONE)
        assert together(base, begun, done).status == together(base, done, begun).status == Status(DONE)

    def test_having_begun_wins_over_not_having(self) -> None:
        base, begun, new = document(status=DONE), document(), document(status="new")
        assert together(base, begun, new).status == together(base, new, begun).status == Status(IN_WORK)

    def test_two_ends_do_not_merge(self) -> None:
        base, ours, theirs = document(), document(status=REVIEWED), document(status=NOTHING_FOUND)
        assert merge(base, ours, theirs).conflicts[0].key == ("Status", "")

    def test_what_both_have_read_is_read(self) -> None:
        base, ours, theirs = document(), document(read=(Span(0, 5),)), document(read=(Span(4, 9),))
        assert together(base, ours, theirs).read == (Span(0, 9),)

    def test_unknown_keys_are_merged_one_by_one(self) -> None:
        base = document(extra={"a": 1})
        assert together(base, document(extra={"a": 2}), document(extra={"a": 1, "b": 3})).extra == {"a": 2, "b": 3}
        assert merge(base, document(extra={"a": 2}), document(extra={"a": 3})).conflicts[0].key == ("Head", "")


ARTICLE_ONLY = document()
