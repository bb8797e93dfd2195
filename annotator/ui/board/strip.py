"""Strip below the board: the current row in full, and its keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, painter_on, placed
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, SIDE, GAP, BETWEEN = 62, 48, 6, 14
LEAST_FOR_KEYS = 1100


class BoardStrip(QWidget):
    """Two lines on the current row, and hints of keys as pairs of a key and what it does."""

    def __init__(self, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._font, self._small = look, font, small_font()
        self._words, self._about = "", ""
        self._keys: Sequence[tuple[str, str]] = ()
        self.setObjectName("boardStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_row(self, words: str, about: str) -> None:
        """Show the words of a row, and a line about it."""
        self._words, self._about = words, about
        self.setAccessibleName(words)
        self.setAccessibleDescription(about)
        self.update()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys with what they do."""
        self._keys = keys
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole, theme = painter_on(self), QRectF(self.rect()), self._look.theme
        painter.fillRect(whole, theme.panel)
        painter.fillRect(QRectF(0, 0, whole.width(), 1), theme.border)
        taken = self._paint_keys(painter, whole) if whole.width() >= LEAST_FOR_KEYS else 0
        room = whole.adjusted(SIDE, 9, -SIDE / 2 - taken, 0)
        painter.setFont(self._font)
        painter.setPen(theme.text)
        first = QRectF(room.left(), room.top(), room.width(), 24)
        paint_line(painter, placed(painter, first, whole), self._words, QFontMetricsF(self._font), leading=True)
        painter.setFont(self._small)
        painter.setPen(theme.muted)
        second = QRectF(room.left(), room.top() + 25, room.width(), 18)
        paint_line(painter, placed(painter, second, whole), self._about, QFontMetricsF(self._small), leading=True)

    def _paint_keys(self, painter: QPainter, whole: QRectF) -> float:
        """Paint the keys at the end; return the width that they take."""
        metrics = QFontMetricsF(self._small)
        widths = [key_cap_width(key) + GAP + metrics.horizontalAdvance(words) + BETWEEN for key, words in self._keys]
        x, middle = whole.right() - sum(widths), whole.center().y()
        painter.setFont(self._small)
        for (key, words), width in zip(self._keys, widths, strict=True):
            cap = key_cap_width(key)
            at = placed(painter, QRectF(x, middle - 9, cap, 18), whole)
            paint_key_cap(painter, QPointF(at.left(), middle), key, self._look.theme)
            painter.setFont(self._small)
            painter.setPen(self._look.theme.muted)
            box = QRectF(x + cap + GAP, middle - 12, width, 24)
            painter.drawText(placed(painter, box, whole), LEADING | Qt.TextFlag.TextSingleLine, words)
            x += width
        return sum(widths) + BETWEEN
