"""Enter in a dialog: it presses the button that has the keyboard, and only without one the default button."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.fitting_dialog import FittingDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[FittingDialog]:
    dialog = FittingDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    column.addWidget(QLineEdit(dialog))
    for name in ("Delete…", "Save"):
        button = QPushButton(name, dialog)
        button.setAutoDefault(False)
        button.setDefault(name == "Save")
        column.addWidget(button)
    dialog.show()
    qtbot.waitActive(dialog)
    yield dialog
    dialog.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize(("place", "pressed"), [(0, "Save"), (1, "Delete…"), (2, "Save")])
def test_enter_presses_the_button_that_has_the_keyboard(
    dialog: FittingDialog, place: int, pressed: str, key: Qt.Key
) -> None:
    done: list[str] = []
    for button in dialog.findChildren(QPushButton):
        button.clicked.connect(lambda _on, button=button: done.append(button.text()))
    part = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QPushButton)][place]
    part.setFocus()
    QTest.keyClick(part, key)
    assert done == [pressed]
