"""The quotes of a claim looked for in a dropped file, by keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.ui.evidence.claim_evidence import ClaimEvidence
from annotator.ui.evidence.piece_rows import PieceRows
from annotator.ui.widgets.lists.two_line_rows import TwoLineRows
from annotator.ui.widgets.words.laid_runs import Kind
from annotator.ui.widgets.words.runs_text import RunsText
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.ui.dragging import carrying, drop_on
from tests.ui.evidence.pieces import close, copy, pieces, shown

DIALOG = "quotesDialog"
PAGE = "She told the council: we shall surely not wait for the storm.\n"


def test_q_shows_the_difference_word_by_word_and_n_notes_the_words(program: Program, article: Path) -> None:
    program.select("“We will not wait”, she told reporters")
    program.type("c")
    given = article.parent.parent / "minutes.txt"
    given.write_text(PAGE, "utf-8")
    drop_on(program.part(ClaimEvidence), carrying(given))
    program.wait_for(lambda: len(pieces(program)) == 1)
    program.part(PieceRows).setFocus()
    program.type("q")
    dialog = shown(program, DIALOG)
    rows = dialog.findChild(TwoLineRows, "quoteRows")
    assert rows is not None
    program.wait_for(lambda: rows.model().rowCount() == 1 and rows.hasFocus())
    quote, found = dialog.findChildren(RunsText)
    assert [run.text.strip() for run in quote.runs if run.kind is Kind.ALTERED] == ["will"]
    assert any("shall" in run.text for run in found.runs if run.kind is Kind.ALTERED)
    program.type("n")
    assert "not wait" in pieces(program)[0].quote
    close(program, DIALOG)
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert pieces(program)[0].quote == ""


def test_the_quotes_are_checked_from_the_form_and_from_the_list_too(program: Program, article: Path) -> None:
    program.select("“We will not wait”, she told reporters")
    program.type("c")
    given = article.parent.parent / "minutes.txt"
    given.write_text(PAGE, "utf-8")
    drop_on(program.part(ClaimEvidence), carrying(given))
    program.wait_for(lambda: len(pieces(program)) == 1)
    program.part(PieceRows).setFocus()
    program.press(Key.Key_Return)
    button = shown(program, "evidenceEditor").findChild(QWidget, "checkQuotes")
    assert button is not None
    program.wait_for(button.isEnabled)
    button.setFocus()
    program.press(Key.Key_Space)
    shown(program, DIALOG)
    close(program, DIALOG)
    program.part(QWidget, "evidenceEditor").activateWindow()
    shown(program, "evidenceEditor")
    close(program, "evidenceEditor")
    program.view.setFocus()
    program.press(Key.Key_E, CTRL | SHIFT)
    shown(program, "evidenceDialog")
    program.type("q")
    shown(program, DIALOG)
    close(program, DIALOG)


def test_a_piece_without_a_file_says_so(program: Program) -> None:
    copy("https://example.org/")
    program.press(Key.Key_V, CTRL)
    program.part(PieceRows).setFocus()
    program.type("q")
    assert program.said == "This piece of evidence has no file to look for quotes in"
