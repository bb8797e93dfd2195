"""Head of the start page: the drawing, the title and a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from annotator.model.scheme import Label
from annotator.translation.messages import _
from annotator.ui.start_page.start_drawing import StartDrawing
from annotator.ui.theme.fonts import STRONG, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

GAP, WIDEST = 32, 580


def title() -> str:
    """Return the title of the page."""
    return _("Mark what an article claims, and who says so")


class StartHead(QWidget):
    """Drawing that uses ``labels``, beside it the title and what becomes of an article."""

    def __init__(self, look: Look, labels: Sequence[Label], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = StartDrawing(look, labels, self)
        self._title, self._words = WrappingLabel(self), WrappingLabel(self)
        self._title.setText(title())
        self._words.setText(
            _(
                "Every .txt and .md file in a folder is an article. What you mark is saved beside it; "
                "the article itself is never changed. Nothing leaves this computer."
            )
        )
        self._title.setFont(chrome_font(9, STRONG))
        self._words.setFont(chrome_font(1))
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._gap, self._beside = QSpacerItem(GAP, 0), QSpacerItem(0, 0)
        self._lay_out()

    def fit(self, width: int, *, drawing: bool) -> None:
        """Stand in that width, with or without the drawing; the words take WIDEST of it at most."""
        self._drawing.setVisible(drawing)
        room = width - (self._drawing.width() + GAP if drawing else 0)
        self._gap.changeSize(GAP if drawing else 0, 0)
        self._beside.changeSize(max(room - WIDEST, 0), 0)
        self._row.invalidate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addStretch(1)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addItem(self._gap)
        row.addLayout(words, 1)
        row.addItem(self._beside)
