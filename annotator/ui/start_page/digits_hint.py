"""Hint which digits open the folders of a list."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on, placed
from annotator.ui.theme.paint import KEY_CAP_HEIGHT, key_cap_width, paint_key_cap
from annotator.ui.widgets.words.line_of_text import paint_line

GAP, DASH = 5, 8


class DigitsHint(QWidget):
    """Key caps of the first and the last digit, and what they do."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._caps = look, ["1"]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_count(self, count: int) -> None:
        """Show the digits of so many rows."""
        self._caps = ["1", str(count)][: min(count, 2)]
        self.setAccessibleName(" ".join(("–".join(self._caps), self._words)))
        self.updateGeometry()
        self.update()

    @property
    def _words(self) -> str:
        # Translators: stands after the digits that open the folders of a list, as in “1–5 open”
        return _("open")

    def sizeHint(self) -> QSize:
        caps = sum(map(key_cap_width, self._caps)) + (2 * GAP + DASH) * (len(self._caps) - 1)
        words = QFontMetricsF(small_font()).horizontalAdvance(self._words)
        return QSize(round(caps + GAP + words) + 2, KEY_CAP_HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setFont(small_font())
        x = 0.0
        for place, cap in enumerate(self._caps):
            if place:
                self._paint_words(painter, x, DASH, "–")
                x += DASH + GAP
            box = self._placed(painter, x, key_cap_width(cap))
            x += paint_key_cap(painter, QPointF(box.left(), box.center().y()), cap, self._look.theme) + GAP
        self._paint_words(painter, x, self.width() - x, self._words)

    def _paint_words(self, painter: QPainter, x: float, width: float, words: str) -> None:
        painter.setPen(self._look.theme.muted)
        paint_line(painter, self._placed(painter, x, width), words, QFontMetricsF(small_font()), leading=True)

    def _placed(self, painter: QPainter, x: float, width: float) -> QRectF:
        return placed(painter, QRectF(x, 0, width, self.height()), QRectF(self.rect()))
