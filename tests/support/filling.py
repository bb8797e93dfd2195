"""The setting of the filling of figures, turned off by keys."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.support.program import CTRL, LEFT, Key, Program


def turn_off_filling(program: Program, qtbot: QtBot) -> None:
    """Take the tick from “Fill figures by rule” in the settings, which has one at first."""
    program.press(Key.Key_Comma, CTRL)
    dialog = program.part(QDialog, "settingsDialog")
    program.wait_for(dialog.isActiveWindow)
    box = dialog.findChild(QCheckBox, "fillFigures")
    assert box.isChecked()
    qtbot.keyClick(box, Key.Key_Space)
    qtbot.mouseClick(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok), LEFT)
    program.wait_for(lambda: program.window.findChild(QDialog, "settingsDialog") is None)
    program.window.activateWindow()  # a window manager does that, which is not there
    program.wait_for(program.window.isActiveWindow)
    program.view.setFocus()
