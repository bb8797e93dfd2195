"""A folder or an article dropped on the window is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.interop.article_kinds import extractors
from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES
from annotator.ui.window.drop_target import IMPORTED
from tests.support.program import Program
from tests.support.stories import write_folder

Start = Callable[..., Program]


def carrying(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(program: Program, data: QMimeData) -> bool:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(program.window, event)
    return event.isAccepted()


def drop(program: Program, data: QMimeData) -> None:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        program.window, QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, buttons, keys, QEvent.Type.Drop)
    )


def hint(program: Program) -> QWidget:
    found = program.window.findChild(QWidget, "dropHint")
    assert isinstance(found, QWidget)
    return found


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


def test_what_articles_can_be_taken_out_of_is_imported(start: Start, tmp_path: Path) -> None:
    first = write_folder(tmp_path)
    page = tmp_path / "page.html"
    page.write_text("<p>Thousands of people left the town on Thursday, the mayor said.</p>", "utf-8")
    program = start(first)
    data = carrying(page)
    assert enter(program, data)
    assert hint(program).accessibleName() == "Import page.html"
    drop(program, data)
    assert program.part(QLabel, "importFrom").text() == str(page)
    assert program.opened == first.name


def test_all_endings_that_can_be_imported_are_known() -> None:
    assert {suffix for kind in extractors() for suffix in kind.suffixes} - {*ARTICLE_SUFFIXES} <= IMPORTED
