"""An article of the folder that is dragged onto the texts is opened in the half on which it is dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui.article_page.second_page import SecondPage
from annotator.ui.window.split_area import SplitArea
from tests.support.program import Program
from tests.support.stories import write_folder
from tests.ui.dragging import carrying, drag_enters, drop_on

Start = Callable[..., Program]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return write_folder(folder)


@pytest.fixture
def program(start_again: Start, first: Path) -> Program:
    program = start_again(first)
    program.part(SplitArea).unsetLayoutDirection()  # a test mirrors it, and the window is kept
    program.window.resize(1440, 700)
    program.wait_for(lambda: program.window.width() == 1440)
    return program


def area(program: Program) -> SplitArea:
    return program.part(SplitArea)


def half(program: Program, *, second: bool) -> QPoint:
    """A place in that half, in a window that reads from left to right."""
    room = area(program).rect()
    return QPoint(room.width() - 20 if second else 20, room.height() // 2)


def hint(program: Program) -> QWidget:
    return next(one for one in program.window.findChildren(QWidget, "dropHint") if one.isVisible())


def second_name(program: Program) -> str:
    pages = program.window.findChildren(SecondPage)
    return program.part(QLabel, "secondName").text() if pages and pages[0].isVisible() else ""


def test_the_hint_lies_over_the_half_and_says_what_a_drop_does(program: Program, first: Path) -> None:
    data = carrying(first.with_name("zebra.md"))
    assert drag_enters(area(program), data, at=half(program, second=True)) is Qt.DropAction.CopyAction
    assert hint(program).accessibleName() == "Open zebra.md beside"
    assert hint(program).geometry().left() > area(program).width() // 3
    drag_enters(area(program), data, at=half(program, second=False))
    assert hint(program).accessibleName() == "Open zebra.md"
    assert hint(program).geometry().left() == 0


def test_a_drop_on_the_second_half_opens_it_beside(program: Program, first: Path) -> None:
    drop_on(area(program), carrying(first.with_name("zebra.md")), at=half(program, second=True))
    program.wait_for(lambda: second_name(program) == "zebra.md")
    assert program.opened == first.name


def test_a_drop_on_the_first_half_opens_it_in_place_of_the_other(program: Program, first: Path) -> None:
    drop_on(area(program), carrying(first.with_name("zebra.md")), at=half(program, second=False))
    program.wait_opened("zebra.md")
    assert second_name(program) == ""


def test_the_halves_are_mirrored_with_the_window(program: Program, first: Path) -> None:
    area(program).setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    drop_on(area(program), carrying(first.with_name("zebra.md")), at=half(program, second=False))
    program.wait_for(lambda: second_name(program) == "zebra.md")


def test_the_article_that_is_edited_does_not_stand_beside_itself(program: Program, first: Path) -> None:
    drop_on(area(program), carrying(first), at=half(program, second=True))
    assert "is edited" in program.said
    assert second_name(program) == ""


def test_a_file_from_elsewhere_is_left_to_the_window(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere.txt"
    other.write_text("Elsewhere\n", "utf-8")
    drag_enters(area(program), carrying(other), at=half(program, second=True))
    assert hint(program).accessibleName() == "Open elsewhere.txt"
