"""Panels that float: what is opened over the window takes the keyboard from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QTableView, QWidget

from annotator.ui.article_page.find_bar import FindBar
from annotator.ui.dialogs.command_palette.palette import CommandPalette
from tests.support.program import CTRL, Key, Program
from tests.support.stories import TOWN, write_folder

Start = Callable[..., Program]
WORDS = "Thousands of people left the town"


@pytest.fixture
def floated(start: Start, tmp_path: Path) -> Program:
    """The list of annotations floats and has the keyboard; its claim is selected."""
    program = start(write_folder(tmp_path))
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
