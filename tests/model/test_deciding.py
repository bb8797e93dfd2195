"""Choices between mine and theirs, brought into the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, count, repeat
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.change import Change
from annotator.model.deciding import BOTH, MINE, THEIRS, decided
from annotator.model.document import DONE, IN_WORK, Document, Head, Status
from annotator.model.items import altered
from annotator.model.merge import Conflict, merge
from annotator.model.span import Span

ARTICLE = Article.of("town.txt", "Thousands of people left the town on Thursday.")
CLAIM = Annotation("a", "claim", Span(0, 9))
SOURCE = Annotation("b", "source", Span(10, 12))
LINK = Relation("r", "attributed_to", "a", "b")
CHOICES = st.sampled_from([MINE, THEIRS, BOTH])


def document(*items: Annotation | Relation) -> Document:
    annotations = {item.id: item for item in items if isinstance(item, Annotation)}
    relations = {item.id: item for item in items if isinstance(item, Relation)}
    return Document(ARTICLE, MappingProxyType(annotations), MappingProxyType(relations), Status(IN_WORK))


def numbered(*first: str) -> Callable[[], str]:
    """Gives ids; ``first`` come before all others."""
    ids: Iterator[str] = chain(first, (f"new {number}" for number in count()))
    return lambda: next(ids)


def after(before: Document, conflict: Conflict, choice: str, *ids: str) -> Document:
    return decided(before, [conflict], {conflict.key: choice}, numbered(*ids)).apply(before)


IDS, ENDS = "abcd", st.sampled_from([*"abcd", "nowhere"])
annotations = st.builds(
    Annotation,
    st.sampled_from(IDS),
    st.sampled_from(["claim", "source"]),
    st.sampled_from([CLAIM.span, SOURCE.span]),
    note=st.sampled_from(["", "one", "two"]),
)
relations = st.builds(Relation, st.sampled_from("rs"), st.sampled_from(["via", "repeats"]), ENDS, ENDS)


@st.composite
def some(draw: st.DrawFn) -> Document:
    """A document of few ids and few things to say, so that two of them often say different things of one id."""
    items = draw(st.lists(annotations, max_size=4)), draw(st.lists(relations, max_size=2))
    status = Status(draw(st.sampled_from([IN_WORK, DONE, "reviewed"])))
    return replace(document(*items[0], *items[1]), status=status, scheme=draw(st.sampled_from("xyz")))


SIDES = st.tuples(some(), some(), some())


@given(sides=SIDES)
def test_mine_changes_nothing(sides: tuple[Document, Document, Document]) -> None:
    conflicts = merge(*sides).conflicts
    assert decided(sides[1], conflicts, {}, numbered()) == Change()
    assert decided(sides[1], conflicts, {c.key: MINE for c in conflicts}, numbered()) == Change()


@given(sides=SIDES)
def test_theirs_is_what_the_other_side_has_when_it_keeps_its_own(sides: tuple[Document, Document, Document]) -> None:
    base, ours, theirs = sides
    here, there = merge(base, ours, theirs), merge(base, theirs, ours)
    merged = here.change.apply(ours)
    change = decided(merged, here.conflicts, dict(zip((c.key for c in here.conflicts), repeat(THEIRS))), numbered())
    result, other = change.apply(merged), there.change.apply(theirs)
    assert dict(result.annotations) == dict(other.annotations)
    assert (result.status, result.head) == (other.status, other.head)


@given(sides=SIDES, data=st.data())
def test_no_relation_dangles_that_did_not_before(
    sides: tuple[Document, Document, Document], data: st.DataObject
) -> None:
    merged = merge(*sides)
    before = merged.change.apply(sides[1])
    choices = {conflict.key: data.draw(CHOICES) for conflict in merged.conflicts}
    result = decided(before, merged.conflicts, choices, numbered()).apply(before)
    for id, link in result.relations.items():
        dangles = not {link.source, link.target} <= result.annotations.keys()
        assert not dangles or before.relations.get(id) == link
        assert not (before.annotations.keys() - result.annotations.keys()).intersection((link.source, link.target))


@given(sides=SIDES)
def test_both_keeps_every_annotation_of_either_side(sides: tuple[Document, Document, Document]) -> None:
    merged = merge(*sides)
    before = merged.change.apply(sides[1])
    choices = {conflict.key: BOTH for conflict in merged.conflicts}
    result = decided(before, merged.conflicts, choices, numbered("new 1", "new 1")).apply(before)
    nameless = [altered(annotation, id="") for annotation in result.annotations.values()]
    for conflict in merged.conflicts:
        for side in (conflict.ours, conflict.theirs):
            assert not isinstance(side, Annotation) or altered(side, id="") in nameless
    assert before.annotations.items() <= result.annotations.items()


class TestAnAnnotation:
    here, there = altered(CLAIM, note="mine"), altered(CLAIM, note="theirs")

    def test_theirs_is_taken_from_what_is_there_now(self) -> None:
        now = altered(CLAIM, note="written meanwhile")
        result = after(document(now), Conflict(CLAIM, self.here, self.there), THEIRS)
        assert result == document(self.there)

    def test_theirs_may_be_that_it_goes_with_its_relations(self) -> None:
        result = after(document(self.here, SOURCE, LINK), Conflict(CLAIM, self.here, None), THEIRS)
        assert result == document(SOURCE)

    def test_theirs_comes_back(self) -> None:
        assert after(document(), Conflict(CLAIM, None, self.there), THEIRS) == document(self.there)

    def test_both_gives_theirs_an_id_of_its_own(self) -> None:
        before = document(self.here, SOURCE, LINK)
        result = after(before, Conflict(CLAIM, self.here, self.there), BOTH, "b", "r", "a", "c")
        assert result == document(self.here, SOURCE, LINK, altered(self.there, id="c"))

    def test_both_keeps_what_only_one_side_has(self) -> None:
        assert after(document(), Conflict(CLAIM, None, self.there), BOTH) == document(self.there)
        assert after(document(self.here), Conflict(CLAIM, self.here, None), BOTH) == document(self.here)


class TestARelation:
    here, there = altered(LINK, type="repeats"), altered(LINK, source="b", target="a")

    def test_theirs(self) -> None:
        result = after(document(CLAIM, SOURCE, self.here), Conflict(LINK, self.here, self.there), THEIRS)
        assert result == document(CLAIM, SOURCE, self.there)

    def test_theirs_is_removed(self) -> None:
        result = after(document(CLAIM, SOURCE, self.here), Conflict(LINK, self.here, None), THEIRS)
        assert result == document(CLAIM, SOURCE)

    def test_mine_stays_where_theirs_would_dangle(self) -> None:
        lost = altered(self.there, target="gone")
        result = after(document(CLAIM, SOURCE, self.here), Conflict(LINK, self.here, lost), THEIRS)
        assert result == document(CLAIM, SOURCE, self.here)

    def test_theirs_stands_on_an_annotation_that_comes_with_it(self) -> None:
        conflicts = [Conflict(LINK, None, self.there), Conflict(SOURCE, None, SOURCE)]
        change = decided(document(CLAIM), conflicts, {c.key: THEIRS for c in conflicts}, numbered())
        assert change.apply(document(CLAIM)) == document(CLAIM, SOURCE, self.there)


def test_status_and_facts_of_the_file() -> None:
    before = document()
    status = Conflict(Status("new"), before.status, Status(DONE))
    head = Head("bea", "other", "cp1252", {"title": "Town"}, {"project": 1})
    facts = Conflict(before.head, altered(before.head, annotator="al"), head)
    change = decided(before, [status, facts], {status.key: THEIRS, facts.key: THEIRS}, numbered())
    result = change.apply(before)
    assert (result.status, result.head) == (Status(DONE), head)
    assert decided(before, [status, facts], {status.key: BOTH, facts.key: BOTH}, numbered()) == Change()
