"""Buttons that accept and reject stand in the platform's order in every dialog."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.failure_dialog import FailureDialog
from annotator.ui.long_work.work_buttons import WorkButtons
from annotator.ui.theme.look import Look

WINDOWS, GNOME = 0, 3
"""Values of Qt’s ``QDialogButtonBox.ButtonLayout``: OK before Cancel, and Cancel before OK."""


def long_work(look: Look) -> QDialog:
    dialog = QDialog()
    column = QVBoxLayout(dialog)
    column.addWidget(WorkButtons("Export", look, dialog))
    return dialog


def failure(look: Look) -> QDialog:
    return FailureDialog(look, "Saved.", "")


Make = Callable[[Look], QDialog]
DIALOGS = [(long_work, "Export", "Cancel"), (failure, "Go on", "Quit")]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("layout", [WINDOWS, GNOME])
@pytest.mark.parametrize(("make", "accept", "reject"), DIALOGS)
def test_order_is_the_platforms(
    qtbot: QtBot, light_look: Look, layout: int, make: Make, accept: str, reject: str
) -> None:
    dialog = make(light_look)
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(f"QDialogButtonBox {{ button-layout: {layout} }}")
    dialog.show()
    buttons = dialog.findChildren(QPushButton)
    places = {button.text(): button.mapTo(dialog, button.rect().center()).x() for button in buttons}
    assert (places[accept] < places[reject]) == (layout == WINDOWS)
