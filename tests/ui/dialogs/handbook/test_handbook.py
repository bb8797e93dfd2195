"""The handbook in the window: opened by its key, read, searched and left by keys alone, and never loading anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QAction, QImage, QTextDocument
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.handbook import Handbook
from annotator.ui.dialogs.handbook.pages import page_files
from annotator.ui.theme.look import Look
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.support.stories import write_folder

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

Start = Callable[..., Program]


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """The handbook is open over an article."""
    program = start_again(write_folder(tmp_path))
    program.press(Key.Key_F1, SHIFT)
    program.wait_for(lambda: contents(program).hasFocus())
    return program


def contents(program: Program) -> QListWidget:
    return program.part(QListWidget, "handbookContents")


def page(program: Program) -> QTextBrowser:
    return program.part(QTextBrowser, "handbookPage")


def titles(program: Program) -> list[str]:
    return [contents(program).item(row).text() for row in range(contents(program).count())]


def test_pages_are_gone_through_by_arrows(program: Program) -> None:
    assert page(program).accessibleName() == "What Annotator is"
    program.press(Key.Key_Down, times=2)
    assert page(program).accessibleName() == "Marking"
    assert "Press the key of a label" in page(program).toPlainText()
    program.press(Key.Key_Return)
    assert page(program).hasFocus()


def test_the_page_has_the_keys_of_the_table(program: Program) -> None:
    assert "Help ▸ Keys (\u202fF1\u202f)" in page(program).toPlainText()


def test_a_link_leads_to_its_page_by_the_keyboard(program: Program) -> None:
    program.press(Key.Key_Return)
    program.press(Key.Key_Tab)
    program.press(Key.Key_Return)
    assert page(program).accessibleName() == "Open and import"
    assert titles(program)[contents(program).currentRow()] == "Open and import"


def test_the_search_leaves_the_pages_with_the_words(program: Program) -> None:
    program.press(Key.Key_F, CTRL)
    program.type("dropbox")
    assert titles(program) == ["Several people"]
    assert "Dropbox" in page(program).toPlainText()
    lit = page(program).extraSelections()
    assert [selection.cursor.selectedText() for selection in lit] == ["Dropbox"]
    program.type("zzz")
    assert titles(program) == []
    program.press(Key.Key_Escape)
    assert len(titles(program)) == len(page_files("en"))
    program.press(Key.Key_Escape)
    assert not program.part(QDialog, "handbook").isVisible()


def test_escape_closes_it_and_its_key_brings_it_back(program: Program) -> None:
    program.press(Key.Key_Down)
    program.press(Key.Key_Escape)
    assert not program.part(QDialog, "handbook").isVisible()
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)
    program.press(Key.Key_F1, SHIFT)
    program.wait_for(program.part(QDialog, "handbook").isVisible)
    assert page(program).accessibleName() == "Open and import"


def test_it_takes_the_colours_of_another_theme(program: Program) -> None:
    def ground() -> str:
        return page(program).viewport().grab().toImage().pixelColor(2, 2).name()

    program.part(QAction, "theme_dark").trigger()
    program.wait_for(lambda: ground() == "#1f2024")
    program.part(QAction, "theme_light").trigger()
    program.wait_for(lambda: ground() == "#fdfcfa")


def test_nothing_is_loaded_from_anywhere(program: Program, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    QImage(QSize(4, 4), QImage.Format.Format_RGB32).save(str(picture))
    kind = QTextDocument.ResourceType.ImageResource.value
    view = page(program)
    for address in (QUrl.fromLocalFile(str(picture)), QUrl("https://example.org/a.png"), QUrl("02-open.md")):
        assert view.loadResource(kind, address) is None
    assert program.window.findChildren(QNetworkAccessManager) == []


def test_a_link_outwards_leads_nowhere(program: Program, qtbot: QtBot) -> None:
    before = page(program).accessibleName()
    page(program).anchorClicked.emit(QUrl("https://example.org/elsewhere"))
    assert page(program).accessibleName() == before


def test_a_letter_in_the_contents_is_no_label(program: Program) -> None:
    program.type("c")
    assert program.marks == []


def test_it_speaks_the_language_of_the_window(small_window: SmallWindow, light_look: Look, qtbot: QtBot) -> None:
    handbook = Handbook(small_window.actions, "de", light_look)
    qtbot.addWidget(handbook)
    listed = handbook.findChild(QListWidget, "handbookContents")
    assert listed.item(0).text() == "Was Annotator ist"
    assert "Annotator öffnet keine Verbindung" in handbook.findChild(QTextBrowser).toPlainText()


@pytest.mark.parametrize("key", [Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_stays_in_the_handbook(program: Program, key: Qt.Key) -> None:
    for _ in range(8):
        program.press(key)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.window().objectName() == "handbook"
