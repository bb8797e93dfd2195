"""Windows at their smallest size, in languages with longer words and from right to left: no button is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollArea, QWidget

from tests.support.program import Program
from tests.support.review.annotators import copy_annotators
from tests.ui.directions import speaking

Start = Callable[..., Program]
WINDOWS = {
    "agreement": "agreementDialog",
    "statistics": "statisticsDialog",
    "figures": "figuresDialog",
    "lists": "listsDialog",
    "comments": "commentsDialog",
    "my_corrections": "correctionsDialog",
    "evidence": "evidenceDialog",
    "history": "historyDialog",
    "steps": "stepsDialog",
    "scheme": "schemeDialog",
    "export": "exportDialog",
    "import": "importDialog",
    "hand_over": "handOverDialog",
    "settings": "settingsDialog",
    "sign_off": "signOffDialog",
    "ask_query": "queryDialog",
    "encoding": "encodingDialog",
    "keys": "keySheet",
    "about": "aboutDialog",
}
FRAME = 8
"""Pixels at the sides of a button that its words do not need."""


@pytest.fixture(params=["de", "ar"])
def program(
    request: pytest.FixtureRequest, start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Program]:
    with speaking(request.param):
        monkeypatch.setattr("annotator.app.speak", lambda _choice: None)
        yield start(copy_annotators(tmp_path / "three") / "ferry.txt", annotator="ben")


def is_scrolled(widget: QWidget) -> bool:
    """Whether the widget lies in an area that scrolls to it."""
    above = widget.parentWidget()
    while above and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


def cut(dialog: QDialog) -> list[str]:
    """The words of each button that is narrower than they are, or not wholly in the window."""
    found = []
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            place = QRect(button.mapTo(dialog, button.rect().topLeft()), button.size())
            narrow = button.width() < button.sizeHint().width() - FRAME
            if narrow or not (is_scrolled(button) or dialog.rect().contains(place)):
                found.append(button.text())
    return found


def test_no_button_of_a_small_window_is_cut(program: Program) -> None:
    found = {}
    for action, name in WINDOWS.items():
        program.part(QAction, action).trigger()
        program.wait_for(lambda name=name: program.part(QDialog, name).isVisible())
        program.finish()
        dialog = program.part(QDialog, name)
        dialog.resize(1, 1)
        program.wait_for(lambda dialog=dialog: dialog.height() < 500)
        program.finish()
        if words := cut(dialog):
            found[name] = words
        dialog.reject()
        program.wait_for(lambda: QApplication.activeModalWidget() is None)
    assert found == {}
