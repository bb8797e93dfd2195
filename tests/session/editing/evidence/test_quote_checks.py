"""Quotes of claims looked for in the file of a piece of evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.facts.quotes.quote_check import Verdict
from annotator.model.items import altered
from annotator.model.kinds.evidence import Evidence
from annotator.session.background.jobs import Jobs
from annotator.session.editing.evidence.evidence_edits import EvidenceEdits
from annotator.session.editing.evidence.quote_checks import QuoteChecks, QuoteResult
from annotator.session.session import Session
from annotator.storage.evidence.keeping import keep_bytes
from tests.interop.articles.written_pdf import Line, column, pdf
from tests.session.conftest import Opened, WhenTold

TEXT = "“Nine of twelve wards had reported by noon”, the clerk said. The board met on Monday.\n"
CLAIM = "“Nine of twelve wards had reported by noon”, the clerk said"
SUBTITLES = """\
1
00:00:04,000 --> 00:00:07,000
Thank you for coming.

2
00:00:09,000 --> 00:00:12,000
Nine of twelve wards had reported by noon.
"""


@pytest.fixture
def edits(session: Session, opened: Opened) -> EvidenceEdits:
    session.show(opened([("claim", CLAIM)], TEXT))
    return EvidenceEdits(session)


def checked(
    session: Session, edits: EvidenceEdits, worker: WhenTold, folder: Path, data: bytes, suffix: str, **more: Any
) -> Any:
    """The result of a check against a file with these bytes; the piece is in the document then."""
    found: list[Any] = []
    file = keep_bytes(folder, data, suffix).file
    piece = altered(edits.draft(["a00000"]), file=file, **more)
    edits.add([piece])
    checks = QuoteChecks(edits, Jobs(worker), session)
    checks.ended.connect(found.append)
    checks.check(folder, piece, session.document, session.scheme)
    worker.work()
    return found[0]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("He wrote: nine of twelve wards had\nreported by noon. More came later.", Verdict.IDENTICAL),
        ("Nine of the city’s twelve wards had reported by noon.", Verdict.SHORTENED),
        ("Nine of twelve wards had voted by noon.", Verdict.ALTERED),
        ("The weather was fine all day long in the town.", Verdict.NOT_FOUND),
    ],
)
def test_a_quote_of_the_claim_is_looked_for_in_a_text(
    session: Session, edits: EvidenceEdits, worker: WhenTold, tmp_path: Path, text: str, verdict: Verdict
) -> None:
    [result] = checked(session, edits, worker, tmp_path, text.encode(), ".txt")
    assert (result.words, result.check.verdict) == ("Nine of twelve wards had reported by noon", verdict)
    assert bool(result.place) == bool(result.found) == (verdict is not Verdict.NOT_FOUND)


def test_a_web_page_and_its_line(session: Session, edits: EvidenceEdits, worker: WhenTold, tmp_path: Path) -> None:
    page = b"<html><body><h1>Count</h1><p>Nine of <b>twelve wards</b> had reported by noon.</p></body></html>"
    [result] = checked(session, edits, worker, tmp_path, page, ".html")
    assert result.check.verdict == Verdict.IDENTICAL
    assert result.place.startswith("line ")


def test_a_pdf_tells_the_page_which_is_noted_with_the_words(
    session: Session, edits: EvidenceEdits, worker: WhenTold, tmp_path: Path
) -> None:
    first = column(["The board met on Monday and talked until late."])
    second = column(["It rained all day long, but nine of twelve", "wards had reported by noon. More came later."])
    [result] = checked(session, edits, worker, tmp_path, pdf([first, second, [Line("The end.")]]), ".pdf")
    assert (result.check.verdict, result.place) == (Verdict.IDENTICAL, "page 2 of 3")
    [piece] = session.document.of(Evidence).values()
    assert QuoteChecks(edits, Jobs(worker), session).note(piece, result)
    assert [one.page for one in session.document.of(Evidence).values()] == ["2"]


def test_subtitles_tell_the_time_which_is_noted_with_the_words(
    session: Session, edits: EvidenceEdits, worker: WhenTold, tmp_path: Path
) -> None:
    [result] = checked(session, edits, worker, tmp_path, SUBTITLES.encode(), ".srt")
    assert (result.check.verdict, result.time) == (Verdict.IDENTICAL, "00:00:09.000")
    [piece] = session.document.of(Evidence).values()
    assert QuoteChecks(edits, Jobs(worker), session).note(piece, result)
    [noted] = session.document.of(Evidence).values()
    assert (noted.quote, noted.page) == ("Nine of twelve wards had reported by noon", "00:00:09.000")
    session.undo()
    assert session.document.of(Evidence)[piece.id] == piece


def test_the_quoted_words_of_the_piece_are_looked_for_too(
    session: Session, edits: EvidenceEdits, worker: WhenTold, tmp_path: Path
) -> None:
    text = b"The board met on Monday and again on Friday."
    results: list[QuoteResult] = checked(session, edits, worker, tmp_path, text, ".txt", quote="met on Monday")
    assert [result.check.verdict for result in results] == [Verdict.IDENTICAL, Verdict.NOT_FOUND]


@pytest.mark.parametrize(
    ("data", "suffix", "sentence"),
    [
        (b"\x7fELF", ".bin", "Files of this kind cannot be read"),
        (b"no pdf at all", ".pdf", ""),
        (b"PK\x03\x04", ".docx", ""),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(
    session: Session, edits: EvidenceEdits, worker: WhenTold, tmp_path: Path, data: bytes, suffix: str, sentence: str
) -> None:
    result = checked(session, edits, worker, tmp_path, data, suffix)
    assert isinstance(result, str)
    assert sentence in result


def test_an_altered_file_is_not_read(session: Session, edits: EvidenceEdits, worker: WhenTold, tmp_path: Path) -> None:
    file = keep_bytes(tmp_path, b"Nine of twelve wards", ".txt").file
    (tmp_path / ".annotator" / file).write_bytes(b"other")
    found: list[Any] = []
    checks = QuoteChecks(edits, Jobs(worker), session)
    checks.ended.connect(found.append)
    checks.check(tmp_path, altered(edits.draft(["a00000"]), file=file), session.document, session.scheme)
    worker.work()
    assert found[0].endswith("It is not what was kept: it has been altered since.")


def test_without_quotes_there_is_nothing_to_look_for(
    session: Session, edits: EvidenceEdits, worker: WhenTold, tmp_path: Path
) -> None:
    found: list[Any] = []
    checks = QuoteChecks(edits, Jobs(worker), session)
    checks.ended.connect(found.append)
    checks.check(tmp_path, edits.draft([]), session.document, session.scheme)
    assert found == ["There are no quotes in the claims that it serves, and it has no quoted words."]
