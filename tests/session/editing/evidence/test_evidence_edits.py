"""Evidence added, changed, attached, taken off and removed: one step of undo each."""

from __future__ import annotations

import pytest

from annotator.language.values.local_day import local_day
from annotator.model.items import altered
from annotator.model.kinds.evidence import Evidence
from annotator.session.editing.evidence.evidence_edits import EvidenceEdits
from annotator.session.editing.evidence.subjects import is_subject
from annotator.session.session import Session
from tests.session.conftest import Opened

MARKS = (("claim", "Thousands of people left the town"), ("claim", "The mayor said so"), ("source", "The mayor"))
FIRST, SECOND, SOURCE = "a00000", "a00001", "a00002"


@pytest.fixture
def edits(session: Session, opened: Opened) -> EvidenceEdits:
    session.show(opened(MARKS))
    return EvidenceEdits(session)


def pieces(session: Session) -> list[Evidence]:
    return list(session.document.of(Evidence).values())


def steps(session: Session) -> list[str]:
    stack = session.history.activeStack()
    return [stack.text(number) for number in range(stack.count())]


def test_a_pasted_link_is_a_link_seen_today_without_a_title(session: Session, edits: EvidenceEdits) -> None:
    id = edits.add_pasted([FIRST], "  https://example.org/report?a=1  \n")
    [piece] = pieces(session)
    assert piece == Evidence(id, (FIRST,), link="https://example.org/report?a=1", seen=local_day(session.now()))
    assert steps(session) == ["Add the evidence “https://example.org/report?a=1”"]
    session.undo()
    assert pieces(session) == []


def test_a_pasted_link_to_an_archive_is_an_archived_link(session: Session, edits: EvidenceEdits) -> None:
    edits.add_pasted([FIRST], "https://web.archive.org/web/2026/https://example.org/")
    assert pieces(session)[0].archived == "https://web.archive.org/web/2026/https://example.org/"


@pytest.mark.parametrize(
    "text", ["We counted nine wards.", "javascript:alert(1)", "file:///etc/passwd", "https://", "see https://a.example"]
)
def test_other_pasted_text_is_quoted(session: Session, edits: EvidenceEdits, text: str) -> None:
    edits.add_pasted([FIRST], text)
    assert (pieces(session)[0].quote, pieces(session)[0].link) == (text, "")


def test_nothing_pasted_is_said(session: Session, edits: EvidenceEdits, said: list[str]) -> None:
    assert edits.add_pasted([FIRST], " \n") == ""
    assert said == ["There is nothing in the clipboard that could be evidence"]
    assert pieces(session) == []


def test_a_change_is_named_after_its_key_and_typing_is_one_step(session: Session, edits: EvidenceEdits) -> None:
    draft, token = edits.draft([FIRST]), object()
    for title in ("R", "Re", "Report"):
        edits.put(altered(draft, title=title), token)
    edits.put(altered(pieces(session)[0], page="4"))
    assert steps(session) == ["Add the evidence “Report”", "Change the evidence “Report”: Page or time"]
    session.undo()
    assert pieces(session)[0].page == ""
    session.undo()
    assert pieces(session) == []


def test_one_piece_serves_two_claims_and_is_taken_off_one(session: Session, edits: EvidenceEdits) -> None:
    id = edits.add_pasted([FIRST], "https://example.org/")
    assert edits.attach(id, [SECOND])
    assert not edits.attach(id, [SECOND])
    assert pieces(session)[0].claims == (FIRST, SECOND)
    assert edits.take_off(id, FIRST)
    assert pieces(session)[0].claims == (SECOND,)
    assert steps(session)[1:] == [
        "Attach the evidence “https://example.org/” to “The mayor said so”",
        "Take the evidence “https://example.org/” off “Thousands of people left the town”",
    ]


def test_taken_off_its_last_claim_a_piece_is_removed(session: Session, edits: EvidenceEdits, said: list[str]) -> None:
    edits.add([altered(edits.draft([FIRST]), title="Report", file=f"evidence/{'a' * 64}.pdf")])
    assert edits.take_off(pieces(session)[0].id, FIRST)
    assert pieces(session) == []
    assert said[-1] == "Removed the evidence “Report”; its file stays in the folder"
    session.undo()
    assert pieces(session)[0].title == "Report"


def test_several_pieces_are_one_step(session: Session, edits: EvidenceEdits) -> None:
    assert edits.add(edits.drafts([FIRST], 3))
    assert steps(session) == ["Add 3 pieces of evidence"]
    assert edits.remove([piece.id for piece in pieces(session)])
    assert steps(session)[1:] == ["Remove 3 pieces of evidence"]
    session.undo()
    session.undo()
    assert pieces(session) == []


def test_a_lone_surrogate_is_refused(session: Session, edits: EvidenceEdits) -> None:
    with pytest.raises(ValueError, match="surrogate"):
        edits.put(altered(edits.draft([FIRST]), title="\ud800"))


def test_evidence_is_offered_for_what_is_checked_and_for_what_has_some(session: Session, edits: EvidenceEdits) -> None:
    claim, source = session.document.annotations[FIRST], session.document.annotations[SOURCE]
    assert is_subject(session.document, session.scheme, claim)
    assert not is_subject(session.document, session.scheme, source)
    edits.add_pasted([SOURCE], "https://example.org/")
    assert is_subject(session.document, session.scheme, source)
