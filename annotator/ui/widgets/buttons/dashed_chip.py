"""Dashed chip with a plus: something that is not there yet and can be added."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.draw_buttons import DISABLED_OPACITY
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.sharp import inside, pen, ratio_of
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, SIDE, ICON, GAP = 24, 8, 12, 5


class DashedChip(PaintedButton):
    """Button “+ Verdict”."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setFont(small_font())

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(SIDE + ICON + GAP + words + SIDE + 2), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(SIDE + ICON + GAP + 24 + SIDE, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole, theme = self.painter(), QRectF(self.rect()), self._look.theme
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED_OPACITY)
        self.paint_ground(painter, whole, HEIGHT / 2)
        if not self.hasFocus():
            ratio = ratio_of(painter)
            dashes = pen(theme.control, 1, ratio)
            dashes.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(dashes)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside(whole, 1, ratio), HEIGHT / 2 - 1, HEIGHT / 2 - 1)
        paint_icon(painter, placed(painter, QRectF(SIDE, 0, ICON, HEIGHT), whole), "plus", theme.muted, ICON)
        painter.setFont(self.font())
        painter.setPen(theme.muted)
        room = whole.adjusted(SIDE + ICON + GAP, 0, -SIDE + 1, 0)
        paint_line(painter, placed(painter, room, whole), self.text(), QFontMetricsF(self.font()), leading=True)
