"""Editing of attributes in the details: a scheme with every type, and what the stories press and look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from annotator.model.annotation import Value
from annotator.ui.panels.details.panel import DetailsPanel
from tests.support.marked_articles import Marks
from tests.support.program import Key, Program

Start = Callable[..., Program]
Part = TypeVar("Part", bound=QWidget)
NOW = "2026-11-22T06:21:20Z"
TEXT = "One two three four five six.\n"
SCHEME = """\
format: annotation-scheme
version: 1
id: facts
labels:
- id: claim
  key: c
  attributes:
    summary: text
    kind: {choices: {event: It happened., quantity: A number., cause: One leads to another.}}
    signed: flag
    amount: number
    day: date
    page: link
    tags: {choices: [a-one, b-two, c-three], many: true}
    topic: [war, sport, art, money, health, law, sea]
- id: cue
  key: u
- id: source
  key: s
  attributes: {kind: [person, body]}
article:
  attributes: {outlet: text, rating: [good, bad]}
"""


def one_claim(start: Start, folder: Path, attributes: str) -> Program:
    """One claim, selected, whose label has these attributes."""
    head = SCHEME.partition("labels:")[0]
    (folder / "scheme.yaml").write_text(f"{head}labels:\n- {{id: claim, key: c, attributes: {attributes}}}\n", "utf-8")
    program = start(Marks(TEXT).mark_each(("claim", "One")).write(folder / "town.txt"))
    choose(program, "One")
    return program


def choose(program: Program, words: str) -> None:
    found = next(one for one in program.document.in_text_order() if program.document.words(one) == words)
    program.session.select(found.id, show=True)
    program.view.setFocus()


def values(program: Program, words: str = "One") -> dict[str, Value]:
    annotations = program.document.annotations.values()
    return dict(next(one.attributes for one in annotations if program.document.words(one) == words))


def editor(program: Program) -> str:
    """The attribute whose editor is open."""
    shown = [w.objectName() for w in program.part(DetailsPanel).findChildren(QWidget) if w.isVisible()]
    return next((name.removeprefix("editor-") for name in shown if name.startswith("editor-")), "")


def press(program: Program, key: Key, *held: object) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, *held)  # type: ignore[call-overload]


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def part(program: Program, kind: type[Part], name: str) -> Part:
    """The part of that name that is visible: each form of the panel has its own."""
    return next(one for one in program.part(DetailsPanel).findChildren(kind, name) if one.isVisible())


def go_to(program: Program, attribute: str) -> None:
    program.press(Key.Key_Return)
    for _ in range(9):
        if editor(program) == attribute:
            return
        press(program, Key.Key_Tab)
    raise AssertionError(attribute)


def shown(panel: DetailsPanel) -> str:
    """The labels of the panel that are visible, in one line."""
    return " | ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def note_of(panel: DetailsPanel) -> QPlainTextEdit:
    field = panel.findChild(QPlainTextEdit, "noteField")
    assert isinstance(field, QPlainTextEdit)
    return field


def texts(program: Program) -> str:
    """Return the words of the panel: its labels, and the rows of attributes, each with its name and its value."""
    panel = program.part(DetailsPanel)
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]
    buttons = [button for button in panel.findChildren(QAbstractButton) if button.isVisible()]
    rows = [button.accessibleName() for button in buttons if button.objectName().startswith("value-")]
    return " | ".join([*labels, *(row.replace(": ", " | ", 1).replace(". not", " | not") for row in rows)])
