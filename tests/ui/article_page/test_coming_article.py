"""The text of an article whose annotations take long to read is shown before them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from annotator.model.span import Span
from annotator.session.opening.text_ahead import TextAhead
from annotator.ui.article_page.find_bar import FindBar
from annotator.ui.article_page.header import Header
from tests.support.program import ALT, CTRL, SHIFT, Key, Program, saved_marks
from tests.support.stories import TOWN

Start = Callable[..., Program]
SECOND = "The mayor left.\n\nNobody else did."


@pytest.fixture
def program(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program with an article; a second one has an annotation, as if that took long to read."""
    monkeypatch.setattr("annotator.session.opening.reading.LONG", 1)
    (tmp_path / "town.txt").write_text(TOWN, "utf-8")
    village = tmp_path / "village.txt"
    village.write_text(SECOND, "utf-8")
    program = start(village)
    program.select("mayor")
    program.type("c")
    program.wait_saved()
    program.press(Key.Key_Up, ALT)
    program.wait_opened("town.txt")
    return program


def go_on(program: Program, meanwhile: Callable[[], object]) -> None:
    """Go to the second article, and do that while only its text is there."""
    done: list[object] = []
    program.part(TextAhead).shown.connect(lambda: done.append(meanwhile()))
    program.press(Key.Key_Down, ALT)
    program.wait_opened("village.txt")
    assert done


def test_the_text_and_the_name_are_shown_and_nothing_is_open(program: Program) -> None:
    seen: list[object] = []

    def look() -> None:
        seen.extend([program.view.toPlainText(), program.part(Header).accessibleName(), program.session.current])

    go_on(program, look)
    assert seen == [SECOND, "village.txt, Its annotations are being read…", None]
    assert program.part(Header).accessibleName() == "village.txt, 1 annotation"
    assert program.document.words(*program.document.annotations.values()) == "mayor"


def test_nothing_can_be_changed_before_the_annotations_are_there(program: Program, tmp_path: Path) -> None:
    def mark() -> None:
        program.press(Key.Key_A, CTRL)
        program.type("c")
        program.press(Key.Key_Z, CTRL)

    go_on(program, mark)
    program.wait_saved()
    assert saved_marks(tmp_path / "village.txt") == [("claim", "mayor")]


def test_caret_and_selection_are_kept_and_the_text_is_not_laid_out_again(program: Program) -> None:
    documents: list[object] = []

    def move() -> None:
        documents.append(program.view.document())
        program.press(Key.Key_End, CTRL)
        program.press(Key.Key_Left, CTRL | SHIFT)

    go_on(program, move)
    assert program.session.caret.position < program.session.caret.anchor == len(SECOND)
    assert program.view.document() is documents[0]


def test_focus_mode_stays(program: Program) -> None:
    program.press(Key.Key_F11, SHIFT)
    go_on(program, lambda: None)
    assert not program.part(QWidget, "menuBar").isVisible()


def test_the_find_bar_stays_and_finds_in_it(program: Program) -> None:
    program.select("the")
    go_on(program, lambda: None)
    assert program.part(FindBar).isVisible()
    program.press(Key.Key_F, CTRL)
    program.type("Nobody")
    assert program.session.selection == Span(SECOND.index("Nobody"), SECOND.index(" else"))


def test_what_is_gone_on_to_before_that_is_opened_instead(program: Program) -> None:
    def back() -> None:
        program.press(Key.Key_Up, ALT)

    program.part(TextAhead).shown.connect(back)
    program.press(Key.Key_Down, ALT)
    program.wait_opened("town.txt")
    assert program.view.toPlainText() == TOWN
    assert program.part(TextAhead).article is None
