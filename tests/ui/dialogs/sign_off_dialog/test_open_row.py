"""Row of what stands in the way of a sign-off."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.sign_off_dialog.open_row import OpenItem, OpenRow


def test_words_are_quoted_with_one_pair_of_marks(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    row = OpenRow(OpenItem("c1", "“We deny it”", "It is to be checked"), "", writable=True, parent=parent)
    parts = [*row.findChildren(QLineEdit), *row.findChildren(QPushButton)]
    said = ["Reason why “We deny it” may stay open", "Go to “We deny it”"]
    assert [part.accessibleName() for part in parts] == said
