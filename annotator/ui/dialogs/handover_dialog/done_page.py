"""Report of a hand-over, and the files that could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.visible import visible
from annotator.storage.files.file_error import Problem
from annotator.translation.messages import _
from annotator.ui.theme.fonts import header_font
from annotator.ui.widgets.fitting_dialog import ScrolledContent
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

PADDING, MOST = 24, 200
"""Margin in pixels; most problems that are listed."""


class DonePage(QWidget):
    """Page with a sentence and the problems below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("handOverDone")
        self.setAccessibleName(_("Report"))
        self._done, self._problems = WrappingLabel(self), WrappingLabel(self)
        self._done.setObjectName("handOverSentence")
        self._problems.setObjectName("handOverProblems")
        self._done.setFont(header_font())
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(PADDING, 20, PADDING, 12)
        column.setSpacing(12)
        column.addWidget(self._done)
        column.addWidget(self._problems)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrolledContent(inner, self))
        for label in (self._done, self._problems):
            label.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def text(self) -> str:
        """The page as plain text."""
        return "\n".join(label.text() for label in (self._done, self._problems) if label.text()) + "\n"

    def show_done(self, sentence: str, problems: Sequence[Problem]) -> None:
        """Show what was handed over, and what could not be."""
        self._done.setText(sentence)
        self._done.setAccessibleName(sentence)
        words = "\n".join(visible(f"{one.path.name}: {one.sentence}") for one in problems[:MOST])
        self._problems.setText(words)
        self._problems.setAccessibleName(words)
