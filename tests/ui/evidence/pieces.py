"""Steps that the stories of evidence share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.model.kinds.evidence import Evidence
from tests.support.program import Key, Program, sidecar_of

FIRST, SECOND = "Thousands of people left the town on Thursday", "We will not wait"
LINK = "https://example.org/count"


def choose(program: Program, words: str) -> None:
    """Choose the claim on these words, with the keyboard in the text."""
    claims = [one for one in program.document.in_text_order() if program.document.words(one) == words]
    program.session.select(claims[0].id, show=True)
    program.view.setFocus()


def copy(text: str) -> None:
    """Put the text into the clipboard."""
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(data)


def pieces(program: Program) -> list[Evidence]:
    return sorted(program.document.of(Evidence).values(), key=lambda piece: piece.title)


def on_disk(article: Path) -> list[dict[str, Any]]:
    content = yaml.safe_load(sidecar_of(article).read_text("utf-8"))
    return list(content.get("evidence", []))


def shown(program: Program, name: str) -> QWidget:
    """The dialog of that name, once it has the keyboard."""
    program.wait_for(lambda: program.window.findChild(QDialog, name) is not None)
    dialog = program.part(QDialog, name)
    program.wait_for(lambda: (focused := QApplication.focusWidget()) is not None and dialog.isAncestorOf(focused))
    return dialog


def close(program: Program, name: str) -> None:
    """Leave the dialog of that name by Escape."""
    program.press(Key.Key_Escape)
    program.wait_for(lambda: program.window.findChild(QDialog, name) is None)
    program.window.activateWindow()  # which a desktop does
    program.wait_for(program.window.isActiveWindow)
