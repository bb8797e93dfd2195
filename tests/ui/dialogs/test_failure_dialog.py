"""The dialog on the program's own errors."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.failure_dialog import FailureDialog
from annotator.ui.theme.look import Look

Key = Qt.Key
LOG = "~/.config/annotator/errors.log"


@pytest.fixture
def dialog(qtbot: QtBot, light_look: Look) -> FailureDialog:
    return shown(qtbot, light_look, LOG)


def shown(qtbot: QtBot, look: Look, log: str) -> FailureDialog:
    dialog = FailureDialog(look, "<b>Your work</b> is saved.\u202e", log)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.add("ValueError <img src=x>")
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def button(dialog: QDialog, text: str) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == text)


def field(dialog: QDialog) -> QPlainTextEdit:
    return dialog.findChild(QPlainTextEdit, "failureDetails")


def test_everything_is_plain_text(dialog: FailureDialog) -> None:
    labels = dialog.findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    words = " ".join(label.text() for label in labels)
    assert r"<b>Your work</b> is saved.\u202e" in words
    assert LOG in words


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape, Key.Key_Space])
def test_enter_escape_and_space_go_on(qtbot: QtBot, dialog: FailureDialog, key: Qt.Key) -> None:
    assert QApplication.focusWidget() is button(dialog, "Go on")
    quits: list[bool] = []
    dialog.quit_asked.connect(lambda: quits.append(True))
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert not dialog.isVisible()
    assert quits == []


def test_the_details_are_folded_out_and_copied_by_keys_alone(qtbot: QtBot, dialog: FailureDialog) -> None:
    assert not field(dialog).isVisible()
    reached = tab_to(qtbot, dialog, "Show details")
    qtbot.keyClick(reached, Key.Key_Space)
    assert field(dialog).isVisible()
    assert field(dialog).isReadOnly()
    assert "ValueError <img src=x>" in field(dialog).toPlainText()
    qtbot.keyClick(tab_to(qtbot, dialog, "Copy details"), Key.Key_Space)
    assert QGuiApplication.clipboard().text() == dialog.details == "ValueError <img src=x>"
    qtbot.keyClick(tab_to(qtbot, dialog, "Hide details"), Key.Key_Space)
    assert not field(dialog).isVisible()


def tab_to(qtbot: QtBot, dialog: QDialog, text: str) -> QPushButton:
    for _ in range(9):
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton) and focus.text() == text:
            return focus
        qtbot.keyClick(focus, Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {text}")


def test_quit_and_the_file_are_asked_for(qtbot: QtBot, dialog: FailureDialog) -> None:
    with qtbot.waitSignal(dialog.file_asked):
        qtbot.keyClick(tab_to(qtbot, dialog, "Show the file"), Key.Key_Space)
    with qtbot.waitSignal(dialog.quit_asked):
        qtbot.keyClick(tab_to(qtbot, dialog, "Quit"), Key.Key_Space)
    assert not dialog.isVisible()


def test_more_is_added_to_what_is_shown(dialog: FailureDialog) -> None:
    dialog.add("KeyError")
    dialog.say_saved("story.txt is not saved.")
    assert dialog.details == "ValueError <img src=x>\n\nKeyError"
    assert "KeyError" in field(dialog).toPlainText()
    assert dialog.findChild(QLabel, "savedSentence").text() == "story.txt is not saved."


def test_without_a_log_no_file_is_offered(qtbot: QtBot, light_look: Look) -> None:
    dialog = shown(qtbot, light_look, "")
    assert not button(dialog, "Show the file").isVisible()
    assert "No log file" in " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_everything_has_a_name(dialog: FailureDialog) -> None:
    parts = [dialog, field(dialog), *dialog.findChildren(QPushButton)]
    assert all(part.accessibleName() for part in parts)
