"""Button for one resolution of a conflict, with its key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.draw_buttons import DISABLED_OPACITY
from annotator.ui.theme.fonts import STRONG, chrome_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, placed
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.buttons.painted_button import PaintedButton

HEIGHT, SIDE, GAP, TICK, RADIUS, RING = 30, 12, 8, 16, 7, 3


class ChoiceButton(PaintedButton):
    """Checkable button that shows a tick while checked."""

    def __init__(self, look: Look, key: str, text: str, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._key = key
        self.setText(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.call(text)

    def call(self, text: str) -> None:
        """Change the button's text."""
        self.setText(text)
        self.setAccessibleName(_("{choice}, key {key}").format(choice=text, key=self._key))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(chrome_font(0, STRONG)).horizontalAdvance(self.text())
        return QSize(
            round(2 * SIDE + key_cap_width(self._key) + GAP + words + GAP + TICK) + 2 * RING, HEIGHT + 2 * RING
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole = self.painter(), QRectF(self.rect())
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED_OPACITY)
        rect = whole.adjusted(RING, RING, -RING, -RING)
        self._paint_segment(painter, rect)
        if self.hasFocus():
            paint_outline(painter, whole, self._look.theme.accent, RADIUS + RING, width=2)
        self._paint_words(painter, rect)

    def _paint_segment(self, painter: QPainter, rect: QRectF) -> None:
        theme, chosen = self._look.theme, self.isChecked()
        lit = self.isEnabled() and self.underMouse()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent_soft if chosen else theme.hover if lit else theme.raised)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        edge = theme.accent if chosen else theme.outline
        paint_outline(painter, rect, edge, RADIUS, width=1.5 if chosen else 1)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        """Draw key cap, text and tick, centred together."""
        theme, chosen = self._look.theme, self.isChecked()
        font = chrome_font(0, STRONG) if chosen else chrome_font()
        words = QFontMetricsF(font).horizontalAdvance(self.text())
        content = key_cap_width(self._key) + GAP + words + (GAP + TICK if chosen else 0)
        x = rect.left() + max((rect.width() - content) / 2, SIDE)
        cap = placed(painter, QRectF(x, rect.top(), key_cap_width(self._key), rect.height()), rect)
        x += paint_key_cap(painter, QPointF(cap.left(), rect.center().y()), self._key, theme) + GAP
        painter.setFont(font)
        painter.setPen(theme.text)
        room = placed(painter, QRectF(x, rect.top(), rect.right() - x, rect.height()), rect)
        painter.drawText(room, LEADING, self.text())
        if chosen:
            tick = placed(painter, QRectF(x + words + GAP, rect.top(), TICK, rect.height()), rect)
            paint_icon(painter, tick, "check", theme.accent, TICK)
