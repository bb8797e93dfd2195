"""The window of figures and names on a folder, opened and used by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.support.marked_articles import write_report
from tests.support.program import LEFT, Key, Program

Start = Callable[..., Program]


class FiguresWindow:
    """The window and what a user does in it."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self._qtbot = program, qtbot

    def open(self) -> None:
        """Open it by its key and wait until its tables are filled."""
        self.program.press(Key.Key_F12)
        self.program.wait_for(lambda: self.program.window.findChild(QDialog, "figuresDialog") is not None)
        self.program.wait_for(self.dialog.isActiveWindow)
        self.program.wait_for(lambda: bool(self.figures))

    @property
    def dialog(self) -> QDialog:
        return self.program.part(QDialog, "figuresDialog")

    @property
    def figures(self) -> list[str]:
        """What a screen reader says of each line of the table of figures."""
        return _said(self.program.part(QTableView, "figureRows"))

    @property
    def names(self) -> list[str]:
        """What a screen reader says of each line of the table of names."""
        return _said(self.program.part(QTableView, "nameRows"))

    @property
    def at(self) -> str:
        """The current line of the table of figures, empty where none is."""
        index = self.program.part(QTableView, "figureRows").selectionModel().selectedIndexes()
        return str(index[0].data()) if index else ""

    def text(self, name: str) -> str:
        """What the line of words of that name says; empty while it is hidden."""
        label = self.program.part(QLabel, name)
        return label.text() if label.isVisible() else ""

    def button(self, name: str) -> QAbstractButton:
        return self.program.part(QAbstractButton, name)

    def field(self, name: str) -> QLineEdit:
        """The field of that name that is shown."""
        return next(it for it in self.dialog.findChildren(QLineEdit, name) if it.isVisible())

    def click(self, name: str) -> None:
        """Click the button of that name."""
        self._qtbot.mouseClick(self.button(name), LEFT)

    def trigger(self, name: str) -> None:
        """Choose the item of that name in a menu of the window."""
        self.program.part(QAction, name).trigger()

    def focus(self, name: str) -> None:
        """Put the keyboard into the part of that name, as Tab does."""
        self.program.part(QWidget, name).setFocus(Qt.FocusReason.TabFocusReason)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        self.program.wait_for(condition)


def _said(view: QTableView) -> list[str]:
    model: QAbstractItemModel = view.model()
    rows = range(model.rowCount())
    return [str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


@pytest.fixture
def report(start_again: Start, qtbot: QtBot, tmp_path: Path) -> FiguresWindow:
    """The window on an article in a folder of two."""
    window = FiguresWindow(start_again(write_report(tmp_path)), qtbot)
    window.open()
    return window
