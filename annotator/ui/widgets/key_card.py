"""Card over the foot of the text that shows the keys of a mode, such as moving an edge."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.fonts import chrome_font, header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, painter_on, placed
from annotator.ui.theme.paint import paint_card
from annotator.ui.widgets.key_caps import caps_width, paint_caps

HEIGHT, PADDING, ABOVE_FOOT = 34, 14, 10


class KeyCard(QWidget):
    """Card over the foot of ``text``, shown while it has a title; ``keys`` are pairs of key and meaning.

    It stands at the top where it would cover the rectangle that ``free`` returns.
    """

    def __init__(self, look: Look, text: QWidget, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__(text)
        self._look, self._text, self._keys = look, text, keys
        self._title = ""
        self.free: Callable[[], QRect] = QRect
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        text.installEventFilter(self)
        self.hide()

    def show_title(self, title: str) -> None:
        """Show the card with ``title``; an empty title hides it."""
        self._title = title
        self.setVisible(bool(title))
        if title:
            self._place()
            self.update()

    def sizeHint(self) -> QSize:
        width = float(PADDING + self._title_width())
        for key, words in self._keys:
            width += caps_width([key]) + 8 + QFontMetrics(chrome_font()).horizontalAdvance(words) + 14
        return QSize(round(width) + PADDING - 14, HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._title:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter, whole = painter_on(self), QRectF(self.rect())
        paint_card(painter, whole, theme)
        painter.setPen(theme.text)
        painter.setFont(header_font())
        title = QRectF(PADDING, 0, self._title_width(), HEIGHT)
        painter.drawText(placed(painter, title, whole), LEADING, self._title)
        x = float(PADDING + self._title_width())
        for key, words in self._keys:
            cap = placed(painter, QRectF(x, 0, caps_width([key]), HEIGHT), whole)
            paint_caps(painter, QPointF(cap.left(), HEIGHT / 2), [key], theme, on_raised=True)
            x += caps_width([key]) + 8
            painter.setFont(chrome_font())
            painter.setPen(theme.text)
            painter.drawText(placed(painter, QRectF(x, 0, 200, HEIGHT), whole), LEADING, words)
            x += QFontMetrics(chrome_font()).horizontalAdvance(words) + 14

    def _title_width(self) -> int:
        return QFontMetrics(header_font()).horizontalAdvance(self._title) + 12

    def _place(self) -> None:
        self.resize(self.sizeHint())
        left, foot = (self._text.width() - self.width()) // 2, self._text.height() - self.height() - ABOVE_FOOT
        covers = QRect(left, foot, self.width(), self.height()).intersects(self.free())
        self.move(left, ABOVE_FOOT if covers else foot)
        self.raise_()
