"""Contents of a hand-over: what goes in, by the choices, and what never does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.facts.desk.rounds import latest_round
from annotator.interop.handover.choices import Choices, EvidenceFiles
from annotator.interop.handover.content import HandOver
from annotator.interop.handover.contents import contents_of
from annotator.model.annotation import Annotation
from annotator.model.check_edits import put_item
from annotator.model.items import altered
from annotator.model.kinds.evidence import Evidence
from tests.support.handover.checked_story import SCHEME, SECRET, TEXT, checked_story


def handed(**chosen: object) -> HandOver:
    return contents_of(checked_story(), SCHEME, Choices(**chosen))  # type: ignore[arg-type]


def test_the_article_is_told_with_its_headline_where_it_has_no_title() -> None:
    article = handed().article
    assert (article.name, article.text, article.title) == ("bell.txt", TEXT, "The new bell")
    assert (article.outlet, article.published, article.link) == (
        *("Valley Post", "2026-11-26"),
        "https://valley.example/bell",
    )


def test_facts_come_in_the_order_of_the_text_and_those_without_a_place_last() -> None:
    facts = handed().facts
    assert [(fact.id, fact.placed) for fact in facts] == [("c1", True), ("c2", True), ("c3", False)]
    assert facts[2].words == "The bell was stolen"
    assert {fact.id: fact.number for fact in facts} == {"c3": 1, "c1": 2, "c2": 3}


def test_a_fact_has_its_speaker_its_figures_its_wording_and_its_evidence() -> None:
    first, second, third = handed().facts
    assert [(one.name, one.kind) for one in first.speakers] == [("Rosa Lind", "person")]
    assert [(one.words, one.value) for one in first.figures] == [("412 kilos", "412 kg")]
    assert first.evidence == ("E1", "E2")
    assert second.wording
    assert (second.wording.old, second.wording.new) == ("58 per cent", "42 per cent")
    assert (second.evidence, second.confidential, second.links) == (("E2",), 1, ("https://bells.example/bill",))
    assert third.exception == "the editor knows"


def test_marks_are_those_of_annotations_with_a_place_in_the_order_of_the_text() -> None:
    marks = handed().marks
    assert [mark.id for mark in marks] == ["p1", "c1", "f1", "u1", "s1", "q1", "c2"]
    assert [mark.number for mark in marks if mark.number] == [2, 3]
    words = {mark.id: mark.span.of(TEXT) for mark in marks}
    annotations = checked_story().annotations
    assert words == {id: annotations[id].words(TEXT) for id in words}


def test_an_annotation_that_reaches_beyond_the_text_has_no_place() -> None:
    document = checked_story()
    far = altered(document.annotations["c2"], span=altered(document.annotations["c2"].span, end=len(TEXT) + 1))
    made = contents_of(document.with_items(Annotation, {**document.annotations, "c2": far}), SCHEME, Choices())
    assert "c2" not in {mark.id for mark in made.marks}
    assert {fact.id: fact.placed for fact in made.facts} == {"c1": True, "c2": False, "c3": False}


def test_confidential_evidence_is_counted_and_nothing_else_of_it_is_there() -> None:
    made = handed(notes=True, evidence_files=EvidenceFiles.FOLDER)
    assert made.confidential == 1
    assert [piece.label for piece in made.evidence] == ["E1", "E2"]
    assert SECRET not in repr(made)


def test_notes_and_files_go_in_only_where_they_are_chosen() -> None:
    assert "my own note" not in repr(handed())
    assert handed(notes=True).facts[0].note == "my own note"
    assert not any(piece.file_name for piece in handed().evidence)
    assert [piece.file_name for piece in handed(evidence_files=EvidenceFiles.ZIP).evidence] == ["", "E2 Accounts.pdf"]


@pytest.mark.parametrize(
    ("chosen", "facts"),
    [
        ({"states": frozenset({"change"})}, ["c2"]),
        ({"states": frozenset({"to-check"})}, ["c3"]),
        ({"labels": frozenset({"source"})}, []),
        ({"labels": frozenset({"claim"}), "states": frozenset({"confirmed", "change"})}, ["c1", "c2"]),
    ],
)
def test_labels_and_states_say_which_facts_go_in(chosen: dict[str, object], facts: list[str]) -> None:
    assert [fact.id for fact in handed(**chosen).facts] == facts


def test_evidence_and_queries_of_facts_that_are_left_out_are_left_out() -> None:
    made = handed(states=frozenset({"confirmed"}))
    assert [piece.label for piece in made.evidence] == ["E1", "E2"]
    assert (made.queries, made.criticism, made.confidential) == ((), (), 0)


def test_queries_can_be_left_out() -> None:
    assert [(query.number, query.text) for query in handed().queries] == [(3, "Which old bell?")]
    assert handed(queries=False).queries == ()


def test_the_signature_says_whether_it_is_under_this_text() -> None:
    document = checked_story()
    signature = handed().signature
    assert signature
    assert (signature.by, signature.is_of_this_text) == ("Ines Okoro", True)
    assert signature.exceptions == ((1, "the editor knows"),)
    assert signature.reopened == ()
    changed = replace(document, article=altered(document.article, sha256="f" * 64))
    again = contents_of(changed, SCHEME, Choices()).signature
    assert again
    assert not again.is_of_this_text


def test_facts_that_are_not_as_they_were_signed_are_open_again() -> None:
    document = checked_story()
    first = altered(document.annotations["c1"], attributes={"verdict": "conflicting"})
    changed = document.with_items(Annotation, {**document.annotations, "c1": first})
    signature = contents_of(changed, SCHEME, Choices()).signature
    assert signature
    assert signature.reopened == (2,)
    assert signature.is_of_this_text


def test_evidence_without_a_claim_is_listed_last() -> None:
    document = checked_story()
    loose = Evidence("e0", title="A map of the valley")
    made = contents_of(document.with_items(Evidence, {**document.of(Evidence), "e0": loose}), SCHEME, Choices())
    assert made.evidence[-1].title == "A map of the valley"


def test_the_reasons_of_the_latest_round_are_given_also_where_the_clock_was_set_back() -> None:
    document = checked_story()
    before = latest_round(document)[0]
    later = altered(before, id="s9", round="3", at="2000-01-01T00:00:00Z", exceptions={"c3": "the lawyer knows"})
    signed = put_item(document, later).apply(document)
    assert [fact.exception for fact in contents_of(signed, SCHEME, Choices()).facts if fact.id == "c3"] == [
        "the lawyer knows"
    ]
