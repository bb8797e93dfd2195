"""The guidelines beside the text: found by F2, read, searched, printed and left by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDockWidget, QLabel, QLineEdit, QTextBrowser

from annotator.ui.article_page.label_bar import LabelBar
from annotator.ui.widgets.words.markdown_view import MarkdownView
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.support.stories import write_folder

Start = Callable[..., Program]
OWN = """\
# How we mark

Read it first. See [the handbook](https://example.org/book) and ![a picture](picture.png).

## Claim

What is said to be so.

- **verdict**: what the check found

## Source

Who says it. <b>Nobody</b> else.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_folder(tmp_path)
    return tmp_path


@pytest.fixture
def program(start_again: Start, folder: Path) -> Program:
    return start_again(folder)


def text(program: Program) -> QTextBrowser:
    return program.part(QTextBrowser, "guidelinesText")


def heading(program: Program) -> str:
    """The line that the caret is in."""
    return text(program).textCursor().block().text()


def problem(program: Program) -> str:
    return program.part(QLabel, "guidelinesProblem").text()


def open_own(start: Start, folder: Path, content: str | bytes = OWN) -> Program:
    (folder / "guidelines.md").write_bytes(content if isinstance(content, bytes) else content.encode())
    program = start(folder)
    program.press(Key.Key_F2)
    return program


class TestOfTheScheme:
    def test_the_panel_is_away_until_it_is_asked_for(self, program: Program) -> None:
        dock = program.part(QDockWidget, "guidelinesDock")
        assert not dock.isVisible()
        program.press(Key.Key_F2)
        assert dock.isVisible()
        assert text(program).hasFocus()
        assert text(program).toPlainText().startswith("Claims, sources and figures")

    def test_f2_goes_to_the_label_of_the_selected_annotation(self, program: Program) -> None:
        program.view.setFocus()
        program.press(Key.Key_Right, SHIFT | CTRL)
        program.press(Key.Key_S)
        program.press(Key.Key_F2)
        assert heading(program) == "source"
        program.press(Key.Key_Escape)
        assert program.view.hasFocus()

    def test_f2_goes_to_the_label_of_the_bar(self, program: Program) -> None:
        chip = program.part(LabelBar).chips[2]
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        program.press(Key.Key_F2)
        assert heading(program) == "figure"

    def test_f2_goes_to_the_label_of_the_palette(self, program: Program) -> None:
        program.press(Key.Key_K, CTRL)
        program.type("quote")
        program.press(Key.Key_F2)
        assert heading(program) == "quote"
        assert text(program).hasFocus()

    def test_from_a_field_it_goes_to_its_attribute(self, program: Program) -> None:
        program.view.setFocus()
        program.press(Key.Key_Right, SHIFT | CTRL)
        program.press(Key.Key_S)
        program.press(Key.Key_Return)
        program.part(QAction, "guidelines").trigger()
        assert heading(program).startswith("entity: text")

    def test_it_stays_open_from_run_to_run(self, start: Start, folder: Path) -> None:
        first = start(folder)
        first.press(Key.Key_F2)
        first.close()
        assert start(folder).part(QDockWidget, "guidelinesDock").isVisible()


class TestOfTheFolder:
    def test_the_file_takes_the_place_of_the_scheme(self, start: Start, folder: Path) -> None:
        program = open_own(start, folder)
        program.wait_for(lambda: text(program).toPlainText().startswith("How we mark"))
        assert not program.part(QLabel, "guidelinesProblem").isVisible()

    def test_f2_finds_the_part_by_its_heading(self, start: Start, folder: Path) -> None:
        program = open_own(start, folder)
        program.press(Key.Key_Escape)
        program.press(Key.Key_Right, SHIFT | CTRL)
        program.press(Key.Key_S)
        program.press(Key.Key_F2)
        program.wait_for(lambda: heading(program) == "Source")

    def test_changes_of_the_file_are_shown(self, start: Start, folder: Path) -> None:
        program = open_own(start, folder)
        program.wait_for(lambda: "Who says it" in text(program).toPlainText())
        (folder / "guidelines.md").write_text("# Anew", encoding="utf-8")
        program.wait_for(lambda: text(program).toPlainText() == "Anew")
        (folder / "guidelines.md").unlink()
        program.wait_for(lambda: text(program).toPlainText().startswith("Claims, sources"))

    def test_what_cannot_be_shown_is_said_above_the_words_of_the_scheme(self, start: Start, folder: Path) -> None:
        program = open_own(start, folder, b"# Claim\n\xff")
        program.wait_for(lambda: problem(program) != "")
        assert problem(program) == "guidelines.md, line 2: It is not UTF-8. Save it as UTF-8."
        assert text(program).toPlainText().startswith("Claims, sources and figures")

    def test_nothing_is_loaded_and_html_is_text(self, start: Start, folder: Path) -> None:
        (folder / "picture.png").write_bytes(b"x")
        program = open_own(start, folder)
        program.wait_for(lambda: "<b>Nobody</b>" in text(program).toPlainText())
        assert "\ufffc" not in text(program).toPlainText()
        assert text(program).loadResource(QTextDocument.ResourceType.ImageResource.value, "picture.png") is None

    def test_what_cannot_be_seen_is_an_escape_by_its_number_too(self, start: Start, folder: Path) -> None:
        program = open_own(start, folder, "a\u202eb &#x202E;c &#8238;d &#7;e &#228; &#9999999; &#xD800;")
        program.wait_for(lambda: "ä" in text(program).toPlainText())
        shown = text(program).toPlainText()
        assert shown.startswith("a\\u202eb \\u202ec \\u202ed \\x07e ä ")
        assert "\u202e" not in shown

    def test_a_link_is_shown_before_it_is_opened(self, start: Start, folder: Path) -> None:
        program = open_own(start, folder)
        program.wait_for(lambda: "the handbook" in text(program).toPlainText())
        program.messages.answer = "Cancel"
        program.press(Key.Key_Tab)
        program.press(Key.Key_Return)
        [question] = program.messages.asked
        assert question.detail == "https://example.org/book"

    def test_a_link_to_a_file_is_never_opened(self, start: Start, folder: Path) -> None:
        program = open_own(start, folder, "[x](file:///etc/passwd)")
        program.wait_for(lambda: text(program).toPlainText() == "x")
        program.press(Key.Key_Tab)
        program.press(Key.Key_Return)
        assert program.messages.asked == []
        assert program.messages.told[0][1] == "It is not an address of the web, and is not opened."


class TestSearch:
    def test_ctrl_f_searches_here_and_f3_goes_on(self, program: Program) -> None:
        program.press(Key.Key_F2)
        program.press(Key.Key_F, CTRL)
        assert program.part(QLineEdit, "guidelinesSearch").hasFocus()
        program.type("bridge")
        lit = text(program).extraSelections()
        assert {selection.cursor.selectedText().casefold() for selection in lit} == {"bridge"}
        program.press(Key.Key_F3)
        first = text(program).textCursor().selectionStart()
        program.press(Key.Key_Return)
        assert text(program).textCursor().selectionStart() > first
        program.press(Key.Key_F3, SHIFT)
        assert text(program).textCursor().selectionStart() == first

    def test_f3_goes_on_in_the_text_and_does_nothing_where_nothing_is_lit(self, program: Program) -> None:
        program.press(Key.Key_F2)
        program.press(Key.Key_F3)
        assert not text(program).textCursor().hasSelection()
        program.press(Key.Key_F, CTRL)
        program.type("bridge")
        text(program).setFocus()
        program.press(Key.Key_F3)
        first = text(program).textCursor().selectionStart()
        program.press(Key.Key_F3)
        assert text(program).textCursor().selectionStart() > first
        program.press(Key.Key_F3, SHIFT)
        assert text(program).textCursor().selectionStart() == first

    def test_ctrl_f_in_the_field_selects_what_was_typed(self, program: Program) -> None:
        program.press(Key.Key_F2)
        program.press(Key.Key_F, CTRL)
        program.type("bridge")
        program.press(Key.Key_F, CTRL)
        program.type("claim")
        assert program.part(QLineEdit, "guidelinesSearch").text() == "claim"

    def test_escape_clears_then_leaves(self, program: Program) -> None:
        program.press(Key.Key_F2)
        program.press(Key.Key_F, CTRL)
        program.type("bridge")
        program.press(Key.Key_Escape)
        assert text(program).extraSelections() == []
        program.press(Key.Key_Escape)
        assert program.view.hasFocus()


class TestPrinting:
    def test_the_action_prints_what_the_panel_has(self, program: Program) -> None:
        program.part(QAction, "print_guidelines").trigger()
        program.wait_for(lambda: bool(program.messages.printed))
        [(title, words)] = program.messages.printed
        assert title == "Guidelines"
        assert words.startswith("Claims, sources and figures")

    def test_it_becomes_a_pdf(self, program: Program, tmp_path: Path) -> None:
        program.press(Key.Key_F2)
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        program.part(MarkdownView, "guidelinesText").printable().print_(printer)
        assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_the_action_needs_an_article(start: Start) -> None:
    program = start()
    assert not program.part(QAction, "guidelines").isEnabled()
    assert program.window.findChild(QTextBrowser, "guidelinesText") is None
