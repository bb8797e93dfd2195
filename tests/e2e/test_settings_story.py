"""What is chosen in the settings dialog takes effect in the running window, and is there the next time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QTableView,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from annotator.ui.status_bar.status_bar import StatusBar
from tests.support.program import CTRL, Key, Program, saved_marks, sidecar_of
from tests.support.stories import write_folder

Start = Callable[..., Program]
Found = TypeVar("Found", bound=QObject)


class Dialog:
    """The settings dialog over the window."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self._program, self._qtbot = program, qtbot
        program.press(Key.Key_Comma, CTRL)
        self._dialog = program.part(QDialog, "settingsDialog")
        program.wait_for(self._dialog.isActiveWindow)

    def choose_theme(self, key: Qt.Key) -> None:
        self._qtbot.keyClick(self._part(QComboBox, "themeChoice"), key)

    def use_system_accent(self) -> None:
        self._qtbot.keyClick(self._part(QCheckBox, "systemAccent"), Key.Key_Space)

    def type_name(self, name: str) -> None:
        field = self._part(QLineEdit, "annotatorName")
        field.clear()
        self._qtbot.keyClicks(field, name)

    def new_key(self, action: str, key: Qt.Key) -> None:
        self._part(QTabWidget, "settingsPages").setCurrentIndex(2)
        rows = self._part(QTableView, "keysList")
        names = [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]
        rows.selectRow(names.index(action))
        self._qtbot.keyClick(self._part(QKeySequenceEdit, "newKey"), key)

    def close(self, button: QDialogButtonBox.StandardButton = QDialogButtonBox.StandardButton.Ok) -> None:
        window = self._program.window
        self._qtbot.mouseClick(self._part(QDialogButtonBox).button(button), Qt.MouseButton.LeftButton)
        self._program.wait_for(lambda: window.findChild(QDialog, "settingsDialog") is None)
        window.activateWindow()  # a window manager does that, which is not there
        self._program.wait_for(window.isActiveWindow)
        self._program.view.setFocus()

    def _part(self, kind: type[Found], name: str = "") -> Found:
        found: Any = self._dialog.findChild(kind, name or None)
        return found


def ground(program: Program) -> QColor:
    """The colour of the article view where nothing is written."""
    return program.picture().pixelColor(2, 2)


def shown_name(program: Program) -> str:
    """Return whom the status bar shows as the annotator."""
    buttons = program.part(StatusBar).findChildren(QAbstractButton)
    return next(button.text() for button in buttons if button.accessibleName().startswith("Annotator"))


def test_the_name_that_the_program_was_started_with_is_told(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    article = write_folder(tmp_path)
    program = start(article, "sam")
    dialog = Dialog(program, qtbot)
    assert program.part(QLineEdit, "annotatorName").text() == ""
    assert program.part(QLabel, "nameInUse").text().startswith("sam is in use now")
    dialog.close()
    assert program.document.annotator == "sam"
    dialog = Dialog(program, qtbot)
    dialog.type_name("lea")
    dialog.close()
    program.wait_for(lambda: program.document.annotator == "lea")
    Dialog(program, qtbot)
    assert not any(label.isVisible() for label in program.window.findChildren(QLabel, "nameInUse"))


def test_the_theme(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    dialog = Dialog(program, qtbot)
    dialog.choose_theme(Key.Key_End)
    dialog.close()
    assert ground(program) == QColor("white")  # high contrast
    dialog = Dialog(program, qtbot)
    dialog.choose_theme(Key.Key_Up)
    dialog.close()
    assert ground(program).lightness() < 80
    dialog = Dialog(program, qtbot)
    dialog.choose_theme(Key.Key_Up)
    dialog.close()
    assert ground(program).lightness() > 200
    program.close()
    assert ground(start(tmp_path)).lightness() > 200


def test_the_system_s_accent(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    ours = QApplication.palette().color(QPalette.ColorRole.Accent)
    for expected in (False, True):
        dialog = Dialog(program, qtbot)
        dialog.use_system_accent()
        dialog.close()
        assert (QApplication.palette().color(QPalette.ColorRole.Accent) == ours) is expected


def test_keys(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    dialog = Dialog(program, qtbot)
    dialog.new_key("Grow the selection", Key.Key_M)
    dialog.close()
    program.go_to(0)
    program.type("m")
    assert program.view.textCursor().selectedText() == "Harbour"
    program.type(".")  # no longer a key
    assert program.view.textCursor().selectedText() == "Harbour"
    program.close()
    again = start(tmp_path)
    again.go_to(0)
    again.type("m")
    assert again.view.textCursor().selectedText() == "Harbour"


def test_the_annotator(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    article = write_folder(tmp_path)
    program = start(tmp_path)
    program.select("Thousands")
    program.type("f")
    program.wait_saved()
    dialog = Dialog(program, qtbot)
    dialog.type_name("sam")
    dialog.close()
    program.wait_for(lambda: program.opened == "town.txt" and not program.marks)
    assert shown_name(program) == "sam"
    program.select("the mayor")
    program.type("s")
    program.wait_saved()
    assert saved_marks(article, "sam") == [("source", "the mayor")]
    assert saved_marks(article) == [("figure", "Thousands")]


def test_cancel_changes_nothing(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    article = write_folder(tmp_path)
    program = start(tmp_path)
    before = ground(program)
    dialog = Dialog(program, qtbot)
    dialog.choose_theme(Key.Key_End)
    dialog.type_name("sam")
    dialog.close(QDialogButtonBox.StandardButton.Cancel)
    assert ground(program) == before
    program.type("c")
    program.wait_saved()
    assert sidecar_of(article).exists()
