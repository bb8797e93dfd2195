"""The keys that count while an edge is held, on a card at the foot of the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.caps import caps_width, paint_caps
from annotator.ui.theme.fonts import chrome_font, header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import paint_card

KEYS = (("←  →", "character"), ("Ctrl", "word"), ("Enter", "keep"), ("Esc", "put back"))
HEIGHT, PADDING, ABOVE_FOOT = 34, 14, 16
NAMES = {"start": "Start", "end": "End"}


class HoldHint(QWidget):
    """Shown over the foot of ``text`` while an edge is held."""

    def __init__(self, look: Look, text: QWidget) -> None:
        super().__init__(text)
        self._look, self._text = look, text
        self._edge = ""
        self.setObjectName("holdHint")
        self.setAccessibleName("Keys for the held edge")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        text.installEventFilter(self)
        self.hide()

    def show_for(self, edge: str) -> None:
        """``start``, ``end``, or nothing, which hides it."""
        self._edge = edge
        self.setVisible(bool(edge))
        if edge:
            self._place()
            self.update()

    def sizeHint(self) -> QSize:
        width = float(PADDING + self._title_width())
        for key, words in KEYS:
            width += caps_width([key]) + 8 + QFontMetrics(chrome_font()).horizontalAdvance(words) + 14
        return QSize(round(width) + PADDING - 14, HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._edge:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), theme)
        painter.setPen(theme.text)
        painter.setFont(header_font())
        painter.drawText(QRectF(PADDING, 0, 100, HEIGHT), Qt.AlignmentFlag.AlignVCenter, NAMES.get(self._edge, ""))
        x = float(PADDING + self._title_width())
        for key, words in KEYS:
            paint_caps(painter, QPointF(x, HEIGHT / 2), [key], theme, on_raised=True)
            x += caps_width([key]) + 8
            painter.setFont(chrome_font())
            painter.setPen(theme.text)
            painter.drawText(QRectF(x, 0, 200, HEIGHT), Qt.AlignmentFlag.AlignVCenter, words)
            x += QFontMetrics(chrome_font()).horizontalAdvance(words) + 14

    def _title_width(self) -> int:
        return QFontMetrics(header_font()).horizontalAdvance(NAMES.get(self._edge, "")) + 12

    def _place(self) -> None:
        self.resize(self.sizeHint())
        foot = self._text.height() - self.height() - ABOVE_FOOT
        self.move((self._text.width() - self.width()) // 2, foot)
        self.raise_()
