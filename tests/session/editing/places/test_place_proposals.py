"""Proposals for annotations that have lost their place: candidates in text order, one of them shown."""

from __future__ import annotations

import pytest

from annotator.anchoring.places import AMBIGUOUS, CHANGED, LOST, MOVED, Place
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.editing.places.place_proposals import DIFFERS, Proposal, proposals

FIRST, SECOND, THIRD = Span(0, 3), Span(4, 7), Span(8, 11)
TEXT = "one two one"


def displaced(id: str, span: Span, verdict: str = "") -> Annotation:
    return Annotation(id, "claim", span, displaced=Excerpt("gone", verdict=verdict))


def document(*annotations: Annotation) -> Document:
    return Document(Article.of("a.txt", TEXT), {annotation.id: annotation for annotation in annotations})


def test_the_place_that_was_found_is_shown_among_the_others() -> None:
    (proposal,) = proposals(document(displaced("a", SECOND)), {"a": Place(AMBIGUOUS, SECOND, (THIRD, FIRST))})
    assert proposal.candidates == (FIRST, SECOND, THIRD)
    assert (proposal.chosen, proposal.span, proposal.count, proposal.word) == (1, SECOND, "2 of 3", "Ambiguous")


def test_a_single_place_is_not_counted() -> None:
    (proposal,) = proposals(document(displaced("a", FIRST)), {"a": Place(MOVED, THIRD)})
    assert (proposal.span, proposal.count, proposal.word) == (THIRD, "", "Moved")
    assert proposal.stepped(1) == proposal


@pytest.mark.parametrize(("step", "wanted"), [(1, THIRD), (2, FIRST), (-1, FIRST), (-2, THIRD), (0, SECOND)])
def test_a_step_goes_round_at_both_ends(step: int, wanted: Span) -> None:
    proposal = Proposal(displaced("a", FIRST), AMBIGUOUS, (FIRST, SECOND, THIRD), 1)
    assert proposal.stepped(step).span == wanted


def test_without_a_place_there_is_none_to_accept() -> None:
    (proposal,) = proposals(document(displaced("a", FIRST)), {"a": Place(LOST)})
    assert (proposal.span, proposal.candidates, proposal.word) == (None, (), "Lost")
    assert proposal.stepped(1) == proposal


@pytest.mark.parametrize(("said", "verdict", "word"), [("", DIFFERS, "Differs"), (CHANGED, CHANGED, "Changed")])
def test_with_nothing_found_the_file_has_the_word(said: str, verdict: str, word: str) -> None:
    (proposal,) = proposals(document(displaced("a", FIRST, said)), {})
    assert (proposal.verdict, proposal.word, proposal.span) == (verdict, word, None)


def test_what_is_beyond_the_text_is_no_candidate() -> None:
    beyond = Span(9, 12)
    (proposal,) = proposals(document(displaced("a", FIRST)), {"a": Place(AMBIGUOUS, beyond, (THIRD, SECOND))})
    assert (proposal.candidates, proposal.span) == ((SECOND, THIRD), SECOND)


def test_only_displaced_annotations_are_proposed_in_text_order() -> None:
    kept = Annotation("k", "claim", SECOND)
    found = proposals(document(displaced("b", THIRD), kept, displaced("a", FIRST)), {})
    assert [proposal.annotation.id for proposal in found] == ["a", "b"]
