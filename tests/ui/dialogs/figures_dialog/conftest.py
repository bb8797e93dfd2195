"""The window of figures and names on a folder, opened and used by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article
from annotator.storage.sidecars.sidecar_writing import SidecarWriter
from tests.support.program import LEFT, Key, Program, sidecar_of

Start = Callable[..., Program]
REPORT = (
    "The harbour counts the cost\n\n"
    "Two people died and 412 homes were flooded in one night.\n\n"
    "Dana Reiff led the night shift. Boats took people out of the 421 flooded homes. All but 9 boats were safe.\n\n"
    "Nobody slept, Reif wrote on Tuesday, 12 January 2022.\n"
)
OTHER = "The quay is repaired\n\nThe mayor, Ana Ruiz, said that 17 boats were lost and 31 masts broken.\n"


class Marks:
    """Annotations and relations of a text, given by its words."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._annotations: dict[str, Annotation] = {}
        self._relations: dict[str, Relation] = {}

    def mark(self, id: str, label: str, words: str, **attributes: Value) -> Marks:
        """Mark the words where they first stand."""
        start = self._text.index(words)
        self._annotations[id] = Annotation(id, label, Span(start, start + len(words)), attributes)
        return self

    def relate(self, source: str, type: str, target: str) -> Marks:
        """Draw a relation."""
        id = f"{source}-{target}"
        self._relations[id] = Relation(id, type, source, target)
        return self

    def write(self, path: Path) -> Path:
        """Write the article with its sidecar, and return its path."""
        path.write_text(self._text, "utf-8")
        document = Document(read_article(path).article, self._annotations, self._relations)
        sidecar_of(path).write_bytes(SidecarWriter().data(document))
        return path


def write_report(folder: Path) -> Path:
    """Two articles with figures and names; the path of the first."""
    Marks(OTHER).mark("b1", "figure", "17", value=17, counted="boats lost").mark(
        "b2", "figure", "31", value=31, counted="masts"
    ).mark("b3", "source", "Ana Ruiz", entity="Ana Ruiz", kind="person").write(folder / "zebra.txt")
    flooded: dict[str, Value] = {"modifier": "exact", "kind": "count", "counted": "homes flooded", "unit": "homes"}
    marks = Marks(REPORT).mark("f1", "figure", "412", value=412, **flooded)
    marks.mark("c1", "claim", "412 homes were flooded").mark("f2", "figure", "421", value=421, **flooded)
    marks.mark("f3", "figure", "9", value=9, counted="boats")
    marks.mark("s1", "source", "Dana Reiff", entity="Dana Reiff", kind="person")
    marks.mark("c2", "claim", "All but 9 boats were safe", voice="reported").relate("c2", "attributed_to", "s1")
    return marks.write(folder / "report.txt")


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
def report(start: Start, qtbot: QtBot, tmp_path: Path) -> FiguresWindow:
    """The window on an article in a folder of two."""
    window = FiguresWindow(start(write_report(tmp_path)), qtbot)
    window.open()
    return window
