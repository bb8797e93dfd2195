"""Panels that float: what is opened over the window takes the keyboard from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLineEdit, QTableView, QWidget

from annotator.ui.article_page.find_bar import FindBar
from annotator.ui.dialogs.command_palette.palette import CommandPalette
from tests.support.program import CTRL, Key, Program
from tests.support.stories import TOWN, write_folder

Start = Callable[..., Program]
WORDS = "Thousands of people left the town"


@pytest.fixture
def floated(start_again: Start, tmp_path: Path) -> Program:
    """The list of annotations floats and has the keyboard; its claim is selected."""
    program = start_again(write_folder(tmp_path))
    program.select(WORDS)
    program.type("c")
    view = program.part(QTableView, "annotationsList")
    dock = dock_of(view)
    dock.setFloating(True)
    dock.activateWindow()
    program.wait_for(dock.isActiveWindow)
    program.click_at(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
    program.wait_for(view.hasFocus)
    return program


def dock_of(widget: QWidget) -> QDockWidget:
    parent = widget.parentWidget()
    while not isinstance(parent, QDockWidget):
        assert parent is not None
        parent = parent.parentWidget()
    return parent


def test_the_palette_takes_the_keys(floated: Program) -> None:
    floated.press(Key.Key_K, CTRL)
    floated.wait_for(floated.window.isActiveWindow)
    floated.type("f")
    palette = floated.part(CommandPalette)
    field = palette.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "f"
    assert floated.marks == [("claim", WORDS)]
    floated.press(Key.Key_Escape)
    floated.wait_for(lambda: not palette.isVisible())
    floated.wait_for(floated.part(QTableView, "annotationsList").hasFocus)


def test_the_find_bar_takes_the_keys(floated: Program) -> None:
    floated.press(Key.Key_F, CTRL)
    floated.wait_for(floated.window.isActiveWindow)
    floated.type("mayor")
    assert QApplication.focusWidget().window() is floated.window
    assert floated.part(FindBar).isVisible()
    assert floated.session.selection is not None
    assert floated.session.selection.of(TOWN) == "mayor"


def test_f6_goes_from_window_to_window(floated: Program) -> None:
    seen = set()
    for _ in range(6):
        before = QApplication.focusWidget()
        floated.press(Key.Key_F6)
        floated.wait_for(lambda before=before: QApplication.focusWidget() not in (None, before))
        seen.add(QApplication.focusWidget().window())
    assert len(seen) == 2


def test_escape_goes_back_to_the_text(floated: Program) -> None:
    floated.press(Key.Key_Escape)
    floated.wait_for(floated.view.hasFocus)
    floated.press(Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert floated.session.caret.position == 0


def test_a_floating_panel_has_a_border_and_a_button_that_closes_it(floated: Program) -> None:
    dock, look = dock_of(floated.part(QTableView, "annotationsList")), floated.view.look
    picture, middle = dock.grab().toImage(), dock.height() // 2
    edges = [picture.pixelColor(x, middle) for x in (0, picture.width() - 1)]
    assert edges == [look.theme.control] * 2
    close = dock.findChild(QAbstractButton, "closeDock")
    assert close is not None
    floated.click_at(close, close.rect().center())
    assert not dock.isVisible()


def test_a_docked_panel_has_no_such_button(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_folder(tmp_path))
    buttons = program.window.findChildren(QAbstractButton, "closeDock")
    assert buttons
    assert not any(button.isVisible() for button in buttons)


def test_a_floating_panel_comes_back_where_it_was(floated: Program, start_again: Start, tmp_path: Path) -> None:
    dock = dock_of(floated.part(QTableView, "annotationsList"))
    dock.setGeometry(700, 300, 340, 420)
    shows = next(action for action in floated.window.actions() if action.text().replace("&", "") == "Annotations")
    for _ in range(2):
        shows.trigger()
    assert dock.isVisible()
    assert dock.geometry() == QRect(700, 300, 340, 420)
    floated.close()
    again = dock_of(start_again(tmp_path).part(QTableView, "annotationsList"))
    assert again.isFloating()
    assert again.isVisible()
    assert again.geometry() == QRect(700, 300, 340, 420)
    assert again.windowFlags() & Qt.WindowType.Tool == Qt.WindowType.Tool  # systems keep these above their window


def test_a_floating_panel_does_not_fold(floated: Program) -> None:
    floated.window.resize(900, 600)
    dock = dock_of(floated.part(QTableView, "annotationsList"))
    assert dock.isVisible()
    floated.window.resize(1440, 900)
    assert dock.isVisible()
    assert dock.isFloating()


def test_a_floated_panel_is_where_it_was_at_the_next_start(
    floated: Program, start_again: Start, tmp_path: Path
) -> None:
    dock = dock_of(floated.part(QTableView, "annotationsList"))
    dock.setGeometry(QRect(320, 180, 410, 333))
    floated.wait_for(lambda: dock.geometry() == QRect(320, 180, 410, 333))
    floated.wait_saved()
    floated.close()
    again = dock_of(start_again(tmp_path).part(QTableView, "annotationsList"))
    assert again.isFloating()
    assert again.isVisible()
    assert again.geometry() == QRect(320, 180, 410, 333)
