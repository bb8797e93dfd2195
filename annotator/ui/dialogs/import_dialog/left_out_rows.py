"""Passages that are left out of a text, each with a button that puts it back at its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.language.plain_line import shortened
from annotator.language.quoted_words import without_marks
from annotator.translation.messages import N_, _
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

MOST, LONGEST, GAP = 20, 160, 8
PUT_BACK = N_("Put back")


class LeftOutRows(QWidget):
    """One row for each passage, at most ``MOST``; hidden where there is none. ``put_back``: the whole passage."""

    put_back = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("leftOut")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.hide()

    def show_passages(self, passages: Sequence[str]) -> None:
        """Show these passages in place of earlier ones."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for passage in passages[:MOST]:
            self._column.addWidget(self._row(passage))
        self.setVisible(bool(passages))

    def _row(self, passage: str) -> QWidget:
        row, words = QWidget(self), shortened(without_marks(passage), LONGEST)
        label = WrappingLabel(row)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setText(_("Left out: “{words}”").format(words=words))
        button = QPushButton(_(PUT_BACK), row)
        button.setAccessibleName(_("Put back: “{words}”").format(words=words))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.put_back.emit(passage))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(label, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
