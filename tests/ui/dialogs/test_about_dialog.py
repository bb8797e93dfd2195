"""What the program says of itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator import __version__
from annotator.ui.dialogs.about_dialog import AboutDialog


def test_version_and_licence(qtbot: QtBot) -> None:
    about = AboutDialog()
    qtbot.addWidget(about)
    labels = about.findChildren(QLabel)
    words = " ".join(label.text() for label in labels)
    assert f"Annotator {__version__}" in words
    assert "MIT" in words
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_escape_closes(qtbot: QtBot) -> None:
    about = AboutDialog()
    qtbot.addWidget(about)
    about.open()
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()
