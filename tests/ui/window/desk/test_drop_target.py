"""A folder or an article dropped on the window is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.interop.article_kinds import extractors
from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.window.desk.drop_target import IMPORTED
from tests.support.program import Program
from tests.support.stories import write_folder
from tests.ui.dragging import carrying, drag_enters, drop_on

Start = Callable[..., Program]


def enter(program: Program, data: QMimeData) -> bool:
    return drag_enters(program.window, data) is not None


def drop(program: Program, data: QMimeData) -> None:
    drop_on(program.window, data)


def hint(program: Program) -> QWidget:
    found = program.window.findChildren(QWidget, "dropHint")
    assert found
    return next((one for one in found if one.isVisible()), found[0])


@pytest.mark.parametrize("what", ["folder", "article"])
def test_it_is_opened(start: Start, tmp_path: Path, qtbot: QtBot, what: str) -> None:
    first = write_folder(tmp_path)
    second = tmp_path / "zebra.md"
    program = start()
    data = carrying(tmp_path if what == "folder" else second)
    assert enter(program, data)
    assert hint(program).isVisible()
    assert hint(program).accessibleName().startswith("Open ")
    drop(program, data)
    assert not hint(program).isVisible()
    qtbot.waitUntil(lambda: bool(program.opened))
    assert program.opened == (first if what == "folder" else second).name


def test_the_hint_goes_when_the_pointer_does(start: Start, tmp_path: Path) -> None:
    program = start()
    assert enter(program, carrying(tmp_path))
    QApplication.sendEvent(program.window, QDragLeaveEvent())
    assert not hint(program).isVisible()


def test_what_is_no_article_is_not_taken(start: Start, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"")
    program = start()
    assert not enter(program, carrying(picture))
    assert not hint(program).isVisible()


def test_what_articles_can_be_taken_out_of_is_imported(start_again: Start, tmp_path: Path) -> None:
    first = write_folder(tmp_path)
    page = tmp_path / "page.html"
    page.write_text("<p>Thousands of people left the town on Thursday, the mayor said.</p>", "utf-8")
    program = start_again(first)
    data = carrying(page)
    assert enter(program, data)
    assert hint(program).accessibleName() == "Import page.html"
    drop(program, data)
    assert program.part(QLabel, "importFrom").text() == str(page)
    assert program.opened == first.name


def test_all_endings_that_can_be_imported_are_known() -> None:
    assert {suffix for kind in extractors() for suffix in kind.suffixes} - {*ARTICLE_SUFFIXES} <= IMPORTED


def test_what_is_dropped_on_the_list_of_articles_is_opened_too(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_folder(tmp_path))
    data, rows = carrying(tmp_path / "zebra.md"), program.part(RowsView, "articlesList")
    assert drag_enters(rows.viewport(), data) is Qt.DropAction.CopyAction
    assert hint(program).accessibleName() == "Open zebra.md"
    assert hint(program).parent() is program.part(ArticlesPanel)
    drop_on(rows.viewport(), data)
    assert not hint(program).isVisible()
    program.wait_opened("zebra.md")


def test_the_list_takes_files_while_it_floats(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_folder(tmp_path))
    panel = program.part(ArticlesPanel)
    dock = next(dock for dock in program.window.findChildren(QDockWidget) if dock.isAncestorOf(panel))
    dock.setFloating(True)
    data, rows = carrying(tmp_path / "zebra.md"), program.part(RowsView, "articlesList")
    assert drag_enters(rows.viewport(), data) is Qt.DropAction.CopyAction
    drop_on(rows.viewport(), data)
    program.wait_opened("zebra.md")


def test_files_over_the_filter_are_for_the_list(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_folder(tmp_path))
    field, data = program.part(ArticlesPanel).findChild(QLineEdit), carrying(tmp_path / "zebra.md")
    assert isinstance(field, QLineEdit)
    assert drag_enters(field, data) is Qt.DropAction.CopyAction
    drop_on(field, data)
    program.wait_opened("zebra.md")
    assert field.text() == ""


def test_a_drag_that_moves_files_is_made_a_copy(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_folder(tmp_path))
    data, both = carrying(tmp_path / "zebra.md"), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    assert drag_enters(program.window, data, both) is Qt.DropAction.CopyAction
    assert drop_on(program.window, data, both) is Qt.DropAction.CopyAction
    program.wait_opened("zebra.md")
    assert drag_enters(program.window, carrying(tmp_path), Qt.DropAction.MoveAction) is None
