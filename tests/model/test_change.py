"""Changes: each has an inverse, and none is applied by half."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.change import Change, ChangeError
from annotator.model.document import STATUSES, Document, Status
from annotator.model.edits import DuplicateAnnotationError, annotate, move, relabel, remove, set_note, set_status
from annotator.model.items import altered
from annotator.model.span import Span

TEXT = "Ten 👩 words or so stand in this article."
LABELS = ["claim", "source"]
CLAIM = Annotation("aaaaaa", "claim", Span(0, 3))
EMPTY = Document(Article.of("story.txt", TEXT))

spans = st.tuples(st.integers(0, 8), st.integers(1, 4)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
labels = st.sampled_from(LABELS)


@st.composite
def edits(draw: st.DrawFn, document: Document, number: int) -> Change:
    """A change as a user makes it, or one that links two annotations."""
    now, present = f"time {number}", sorted(document.annotations)
    ids = st.sampled_from(present) if present else st.nothing()
    groups = st.lists(ids, min_size=1, unique=True) if present else st.nothing()
    makers: list[Callable[[], Change]] = [
        lambda: annotate(document, draw(spans), draw(labels), id=f"n{number}", now=now),
        lambda: set_status(document, draw(st.sampled_from(STATUSES))),
    ]
    if present:
        makers += [
            lambda: move(document, draw(ids), draw(spans), now=now),
            lambda: relabel(document, draw(groups), draw(labels), now=now),
            lambda: remove(document, draw(groups)),
            lambda: set_note(document, draw(ids), draw(st.sampled_from(["", "a", "b"])), now=now),
            lambda: Change(added=(Relation(f"r{number}", "via", draw(ids), draw(ids)),)),
        ]
    try:
        return draw(st.sampled_from(makers))()
    except DuplicateAnnotationError:
        return Change()


@given(st.data())
def test_any_sequence_of_edits_can_be_undone_and_redone(data: st.DataObject) -> None:
    states, changes = [EMPTY], []
    for number in range(data.draw(st.integers(1, 12))):
        changes.append(data.draw(edits(states[-1], number)))
        states.append(changes[-1].apply(states[-1]))
    document = states[-1]
    for change, before in zip(reversed(changes), reversed(states[:-1]), strict=True):
        document = change.inverse().apply(document)
        assert document == before
    for change, after in zip(changes, states[1:], strict=True):
        document = change.apply(document)
        assert document == after
    assert all(change.inverse().inverse() == change for change in changes)


@given(st.data())
def test_two_changes_in_one_do_what_they_do_one_by_one(data: st.DataObject) -> None:
    first = annotate(EMPTY, data.draw(spans), "claim", id="n1", now="now")
    between = first.apply(EMPTY)
    second = annotate(between, data.draw(spans), "source", id="n2", now="now")
    assert (first + second).apply(EMPTY) == second.apply(between)


@given(st.data())
def test_changes_one_after_another_are_one_change(data: st.DataObject) -> None:
    start = annotate(EMPTY, data.draw(spans), "claim", id="n0", now="time 0").apply(EMPTY)
    document, whole = start, Change()
    for number in range(1, data.draw(st.integers(2, 6))):
        change = data.draw(edits(document, number))
        document, whole = change.apply(document), whole.then(change)
    assert whole.apply(start) == document
    assert whole.inverse().apply(document) == start


def test_a_change_does_not_go_on_with_what_another_has_altered() -> None:
    between = altered(CLAIM, note="somebody else's")
    with pytest.raises(ChangeError):
        Change(added=(CLAIM,)).then(Change((between,), (altered(between, note="mine"),)))


@pytest.mark.parametrize(
    "change",
    [
        Change(removed=(CLAIM,)),
        Change(removed=(Relation("r", "via", "a", "b"),)),
        Change(removed=(Status("done"),), added=(Status("new"),)),
        Change(added=(Status("done"),)),
        Change(removed=(Status("new"),)),
    ],
    ids=["annotation", "relation", "another status", "second status", "no status"],
)
def test_a_change_that_does_not_fit_is_refused(change: Change) -> None:
    with pytest.raises(ChangeError):
        change.apply(EMPTY)


def test_an_item_that_is_there_already_is_refused() -> None:
    document = Document(EMPTY.article, MappingProxyType({CLAIM.id: CLAIM}))
    with pytest.raises(ChangeError):
        Change(added=(Annotation("aaaaaa", "source", Span(1, 2)),)).apply(document)
    assert document.annotations == {CLAIM.id: CLAIM}


def test_an_item_that_is_not_as_it_was_is_refused() -> None:
    document = Document(EMPTY.article, MappingProxyType({CLAIM.id: CLAIM}))
    with pytest.raises(ChangeError):
        Change(removed=(Annotation("aaaaaa", "claim", Span(0, 2)),)).apply(document)


def test_a_change_says_which_annotations_it_touches() -> None:
    change = Change(removed=(CLAIM, Status("new")), added=(Status("done"), Relation("r", "via", "a", "b")))
    assert change.annotations_removed == (CLAIM,)
    assert change.annotations_added == ()
    assert change
    assert not Change()
