"""The choice of who is compared: boxes, their limits, and what is said of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.language.annotator_names import UNNAMED
from annotator.ui.dialogs.annotators_dialog import AnnotatorsDialog

NAMES = ("ann", UNNAMED, "ben", "cem", "dia", "eva")


@pytest.fixture
def dialog(qtbot: QtBot) -> AnnotatorsDialog:
    dialog = AnnotatorsDialog(NAMES, NAMES[:5], hidden=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def box(dialog: AnnotatorsDialog, name: str) -> QCheckBox:
    found = dialog.findChild(QCheckBox, name)
    assert isinstance(found, QCheckBox)
    return found


def compare(dialog: AnnotatorsDialog) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == "Compare")


def said(dialog: AnnotatorsDialog) -> str:
    found = dialog.findChild(QLabel, "comparedCount")
    assert isinstance(found, QLabel)
    return found.text()


def test_two_to_five_can_be_chosen(qtbot: QtBot, dialog: AnnotatorsDialog) -> None:
    assert (said(dialog), compare(dialog).isEnabled()) == ("5 are chosen · 2 to 5 can be compared", True)
    box(dialog, "compare-eva").setFocus()
    qtbot.keyClick(box(dialog, "compare-eva"), Qt.Key.Key_Space)
    assert not compare(dialog).isEnabled()
    for name in ("ann", UNNAMED, "ben", "cem", "dia"):
        qtbot.keyClick(box(dialog, f"compare-{name}"), Qt.Key.Key_Space)
    assert (said(dialog), compare(dialog).isEnabled()) == ("1 is chosen · 2 to 5 can be compared", False)


def test_the_names_that_are_ticked_come_in_their_order(qtbot: QtBot, dialog: AnnotatorsDialog) -> None:
    for name in ("ann", "cem", "dia"):
        box(dialog, f"compare-{name}").toggle()
    box(dialog, "compareByLetters").toggle()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.mouseClick(compare(dialog), Qt.MouseButton.LeftButton)
    assert chosen.args == [(UNNAMED, "ben"), True]
    assert box(dialog, f"compare-{UNNAMED}").text() == "no name"


def test_escape_chooses_nothing(qtbot: QtBot, dialog: AnnotatorsDialog) -> None:
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
