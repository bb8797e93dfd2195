"""The list at the side of a dialog leaves room for what stands beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.lists.list_ground import NARROW, ListGround


def test_it_is_narrower_in_a_narrow_dialog(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    row, ground = QHBoxLayout(dialog), ListGround(QWidget(), 300, dialog)
    row.addWidget(ground)
    row.addWidget(QLabel("beside"), 1)
    dialog.resize(940, 400)
    dialog.show()
    assert ground.width() == 300
    dialog.resize(684, 400)
    qtbot.waitUntil(lambda: ground.width() == NARROW)
    dialog.resize(940, 400)
    qtbot.waitUntil(lambda: ground.width() == 300)
