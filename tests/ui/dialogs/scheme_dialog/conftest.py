"""The scheme window on a folder, opened and used by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.scheme import Scheme
from annotator.storage.schemes.scheme_lookup import read_scheme
from tests.support.program import CTRL, LEFT, Key, Program
from tests.support.stories import write_folder

Start = Callable[..., Program]
SCHEME = """# Ours.
format: annotation-scheme
version: 1
id: small
labels:
- id: claim   # what is asserted
  key: c
  colour: "#56B4E9"
  mark: fill
  definition: "Something that is said to be so."
  yes: ["[The bridge is shut]."]
  attributes:
    kind: [event, rule]
    since:
      type: date
      when: {kind: [event]}
- id: source
  key: s
  colour: "#E69F00"
  mark: line
- id: draft_label
  colour: "#D55E00"
  mark: fill
relations:
- {id: said_by, from: claim, to: source}
"""


class SchemeWindow:
    """The window and what a user does in it."""

    def __init__(self, program: Program, qtbot: QtBot, folder: Path) -> None:
        self.program, self._qtbot, self.folder = program, qtbot, folder

    def open(self) -> None:
        """Open it by its key and wait for it."""
        self.program.window.activateWindow()
        self._qtbot.waitUntil(self.program.window.isActiveWindow)
        self.program.press(Key.Key_F7)
        self.program.wait_for(lambda: self.program.window.findChild(QDialog, "schemeDialog") is not None)
        self._qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def dialog(self) -> QDialog:
        return self.program.part(QDialog, "schemeDialog")

    @property
    def tree(self) -> QTreeView:
        return self.program.part(QTreeView, "schemeTree")

    @property
    def at(self) -> str:
        """Words of the current row."""
        return str(self.tree.currentIndex().data())

    @property
    def rows(self) -> list[str]:
        """Words of all rows that can be seen or scrolled to."""
        found, index = list[str](), self.tree.model().index(0, 0, QModelIndex())
        while index.isValid():
            found.append(str(index.data()))
            index = self.tree.indexBelow(index)
        return found

    @property
    def labels(self) -> list[str]:
        """Words of the rows of labels and what is open in them."""
        return self.rows[2 : self.rows.index("Relations")]

    def field(self, name: str) -> QLineEdit:
        """The field of that name that is shown."""
        return next(it for it in self.dialog.findChildren(QLineEdit, name) if it.isVisible())

    def says(self, name: str) -> str:
        """What a line of words says, empty while it is hidden."""
        return next((it.text() for it in self.dialog.findChildren(QLabel, name) if it.isVisible()), "")

    def focus(self, widget: QWidget) -> None:
        """Put the keyboard there."""
        self.dialog.activateWindow()
        self._qtbot.waitUntil(self.dialog.isActiveWindow)
        widget.setFocus(Qt.FocusReason.TabFocusReason)

    def button(self, name: str) -> QPushButton:
        """The button of that name, shown or not."""
        return self.program.part(QPushButton, name)

    def click(self, name: str) -> None:
        """Click the button of that name that is shown."""
        button = next(it for it in self.dialog.findChildren(QAbstractButton, name) if it.isVisible())
        self._qtbot.mouseClick(button, LEFT)

    def go_to(self, words: str) -> None:
        """Find a part by the window's search."""
        self.program.press(Key.Key_F, CTRL)
        self.program.press(Key.Key_A, CTRL)
        self.program.type(words)
        self.program.press(Key.Key_Return)

    def save(self) -> None:
        """Save and wait until the window is closed and the article open again."""
        self._qtbot.mouseClick(self.dialog.findChild(QPushButton, "saveScheme"), LEFT)
        self.program.wait_for(lambda: self.program.window.findChild(QDialog, "schemeDialog") is None)
        self.program.wait_for(lambda: self.program.session.current is not None)
        self.program.wait_for(lambda: self.program.session.scheme == self.written)
        self.program.window.activateWindow()
        self.program.wait_for(self.program.window.isActiveWindow)

    @property
    def written(self) -> Scheme:
        """The folder's scheme as it is written."""
        return read_scheme(self.folder / "scheme.yaml")


@pytest.fixture
def own(start_again: Start, qtbot: QtBot, tmp_path: Path) -> SchemeWindow:
    """The window on a folder with a scheme of its own."""
    (tmp_path / "scheme.yaml").write_text(SCHEME, "utf-8")
    window = SchemeWindow(start_again(write_folder(tmp_path)), qtbot, tmp_path)
    window.open()
    return window


@pytest.fixture
def built_in(start_again: Start, qtbot: QtBot, tmp_path: Path) -> SchemeWindow:
    """The window on a folder with the built-in scheme."""
    window = SchemeWindow(start_again(write_folder(tmp_path)), qtbot, tmp_path)
    window.open()
    return window
