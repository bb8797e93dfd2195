"""Decisions on an annotator's annotations: made, replaced, taken back, and out of date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.edits import DuplicateAnnotationError
from annotator.model.items import altered
from annotator.model.kinds.decisions import NONE, OWN, Decision
from annotator.model.span import Span
from annotator.review.reviewing import (
    Outcome,
    Stamp,
    accept,
    add_missing,
    correct,
    counts,
    next_undecided,
    reject,
    reviewed,
    undecide,
    undecided,
)

ARTICLE = Article.of("bridge.txt", "The bridge cost 12 million, said the council.")
CLAIM = Annotation("aaaaaa", "claim", Span(0, 26), {"kind": "quantity"})
FIGURE = Annotation("bbbbbb", "figure", Span(16, 26))
SOURCE = Annotation("cccccc", "source", Span(33, 44))
LINK = Relation("dddddd", "attributed-to", "aaaaaa", "cccccc")
THEIRS = Document(
    ARTICLE, {it.id: it for it in (CLAIM, FIGURE, SOURCE)}, {LINK.id: LINK}, annotator="ines", scheme="news"
)
OWN_EMPTY = Document(ARTICLE, annotator="sam", scheme="news")


def a_stamp() -> Stamp:
    numbers = count()
    return Stamp(lambda: f"n{next(numbers):05}", "2026-03-01T10:00:00Z", "sam")


def outcomes(own: Document, theirs: Document = THEIRS) -> list[Outcome]:
    return [row.outcome for row in reviewed(own, theirs)]


def test_at_first_nothing_is_decided() -> None:
    assert outcomes(OWN_EMPTY) == [Outcome.UNDECIDED] * 3
    assert len(undecided(reviewed(OWN_EMPTY, THEIRS))) == 3


def test_accepting_follows_the_annotator_and_rejecting_nobody() -> None:
    stamp = a_stamp()
    own = accept(OWN_EMPTY, THEIRS, "aaaaaa", stamp).apply(OWN_EMPTY)
    own = reject(own, THEIRS, "bbbbbb", stamp, why="slip").apply(own)
    assert outcomes(own) == [Outcome.ACCEPTED, Outcome.REJECTED, Outcome.UNDECIDED]
    first, second = own.of(Decision).values()
    assert (first.took, dict(first.of), first.by) == ("ines", {"ines": "aaaaaa"}, "sam")
    assert (second.took, second.why) == (NONE, "slip")
    assert counts(reviewed(own, THEIRS))[Outcome.ACCEPTED] == 1


def test_another_decision_replaces_the_one_before() -> None:
    own = accept(OWN_EMPTY, THEIRS, "aaaaaa", a_stamp()).apply(OWN_EMPTY)
    own = reject(own, THEIRS, "aaaaaa", a_stamp()).apply(own)
    assert [one.took for one in own.of(Decision).values()] == [NONE]


def test_correcting_copies_the_annotation_with_its_relations_and_keeps_the_original() -> None:
    own = correct(OWN_EMPTY, THEIRS, "aaaaaa", a_stamp()).apply(OWN_EMPTY)
    decision = next(iter(own.of(Decision).values()))
    copy = own.annotations[decision.result]
    assert (decision.took, copy.label, copy.span, copy.attributes) == (OWN, "claim", CLAIM.span, CLAIM.attributes)
    link = next(iter(own.relations.values()))
    assert (link.source, own.annotations[link.target].span) == (copy.id, SOURCE.span)
    assert outcomes(own)[0] is Outcome.CORRECTED
    assert not correct(own, THEIRS, "aaaaaa", a_stamp())


def test_accepting_after_all_takes_the_corrected_copy_away() -> None:
    own = correct(OWN_EMPTY, THEIRS, "bbbbbb", a_stamp()).apply(OWN_EMPTY)
    own = accept(own, THEIRS, "bbbbbb", a_stamp()).apply(own)
    assert not own.annotations
    assert outcomes(own)[1] is Outcome.ACCEPTED


def test_a_missing_annotation_is_shown_as_added() -> None:
    own = add_missing(OWN_EMPTY, THEIRS, Span(4, 10), "source", a_stamp()).apply(OWN_EMPTY)
    added = next(row for row in reviewed(own, THEIRS) if row.outcome is Outcome.ADDED)
    assert added.annotation.span == Span(4, 10)
    with pytest.raises(DuplicateAnnotationError):
        add_missing(own, THEIRS, Span(4, 10), "source", a_stamp())


def test_a_decision_stands_until_the_annotator_changes_what_it_is_on() -> None:
    own = accept(OWN_EMPTY, THEIRS, "aaaaaa", a_stamp()).apply(OWN_EMPTY)
    moved = altered(CLAIM, span=Span(4, 26))
    later = replace(THEIRS, annotations={**THEIRS.annotations, "aaaaaa": moved})
    noted = replace(THEIRS, annotations={**THEIRS.annotations, "aaaaaa": altered(CLAIM, note="sure")})
    assert Outcome.CHANGED in outcomes(own, later)
    assert outcomes(own, noted)[0] is Outcome.ACCEPTED


def test_the_next_undecided_comes_round_again_and_is_never_the_same() -> None:
    own = accept(OWN_EMPTY, THEIRS, "bbbbbb", a_stamp()).apply(OWN_EMPTY)
    rows = reviewed(own, THEIRS)
    assert [found.annotation.id for found in (next_undecided(rows, "aaaaaa"), next_undecided(rows, "cccccc")) if found]
    assert getattr(next_undecided(rows, "cccccc"), "annotation", None) == CLAIM
    own = accept(own, THEIRS, "cccccc", a_stamp()).apply(own)
    assert next_undecided(reviewed(own, THEIRS), "aaaaaa") is None


WISHES: list[Callable[[Document, str, Stamp], Change]] = [
    lambda own, id, stamp: accept(own, THEIRS, id, stamp),
    lambda own, id, stamp: reject(own, THEIRS, id, stamp, why="edges"),
    lambda own, id, stamp: correct(own, THEIRS, id, stamp),
    lambda own, id, _stamp: undecide(own, "ines", id),
]


@given(st.lists(st.tuples(st.sampled_from(WISHES), st.sampled_from(["aaaaaa", "bbbbbb", "cccccc"])), max_size=8))
def test_every_wish_can_be_undone_and_none_touches_the_annotator(wishes: list[tuple[object, str]]) -> None:
    own, stamp, before = OWN_EMPTY, a_stamp(), THEIRS
    for wish, id in wishes:
        change = wish(own, id, stamp)  # type: ignore[operator]
        assert change.inverse().apply(change.apply(own)) == own
        own = change.apply(own)
        assert len({decision.of["ines"] for decision in own.of(Decision).values()}) == len(own.of(Decision))
    assert before == THEIRS
