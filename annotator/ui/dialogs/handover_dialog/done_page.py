"""Report of a hand-over: what went out, where it is, and the files that could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.visible import visible
from annotator.storage.files.file_error import Problem, shown
from annotator.translation.messages import _
from annotator.ui.theme.fonts import header_font
from annotator.ui.widgets.fitting_dialog import ScrolledContent
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

PADDING, MOST = 24, 200
"""Margin in pixels; most problems that are listed."""


class DonePage(QWidget):
    """Page with a sentence, the place of what was written, and the problems below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("handOverDone")
        self.setAccessibleName(_("Report"))
        self._done, self._place, self._problems = (WrappingLabel(self) for _each in range(3))
        self._done.setObjectName("handOverSentence")
        self._place.setObjectName("handOverWritten")
        self._problems.setObjectName("handOverProblems")
        self._done.setFont(header_font())
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(PADDING, 20, PADDING, 12)
        column.setSpacing(12)
        for label in self._labels:
            column.addWidget(label)
            label.setTextFormat(Qt.TextFormat.PlainText)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrolledContent(inner, self))

    @property
    def text(self) -> str:
        """The page as plain text."""
        return "\n".join(label.text() for label in self._labels if label.text()) + "\n"

    @property
    def _labels(self) -> tuple[WrappingLabel, ...]:
        return self._done, self._place, self._problems

    def show_done(self, sentence: str, target: Path, problems: Sequence[Problem]) -> None:
        """Show what was handed over, as which file or folder, and what could not be."""
        written = _("Saved as {file}").format(file=shown(str(target)))
        words = "\n".join(visible(f"{one.path.name}: {one.sentence}") for one in problems[:MOST])
        for label, text in zip(self._labels, (sentence, written, words), strict=True):
            label.setText(text)
            label.setAccessibleName(text)
