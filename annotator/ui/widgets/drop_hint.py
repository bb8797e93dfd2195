"""Hint that is shown while files are dragged over a part of the window."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.fonts import header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline

HEIGHT, SIDE = 40, 20


class DropHint(QWidget):
    """An outline over ``place`` with words on what a drop does."""

    def __init__(self, look: Look, place: QWidget) -> None:
        super().__init__(place)
        self._look, self._place = look, place
        self._words = ""
        self.setObjectName("dropHint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_words(self, words: str, room: QRect | None = None) -> None:
        """Show what a drop does, over the whole place or over the ``room`` in it."""
        self._words = words
        self.setAccessibleName(words)
        self.setGeometry(room or self._place.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_outline(painter, QRectF(self.rect()), theme.accent, 6, width=2)
        painter.setFont(header_font())
        width = QFontMetricsF(header_font()).horizontalAdvance(self._words) + 2 * SIDE
        pill = QRectF((self.width() - width) / 2, SIDE, width, HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
        painter.setPen(theme.accent_text)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._words)
