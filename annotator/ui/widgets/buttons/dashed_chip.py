"""Dashed chip with a plus: something that is not there yet and can be added."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.draw_buttons import DISABLED_OPACITY
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.theme.sharp import paint_dashes
from annotator.ui.widgets.buttons.still_button import StillButton
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, SIDE, ICON, GAP = 24, 8, 12, 5


class DashedChip(StillButton):
    """Button “+ Verdict”; a ``key`` stands behind the words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.key = ""
        self.setFont(small_font())

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(SIDE + ICON + GAP + words + self._cap() + SIDE + 2), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(SIDE + ICON + GAP + 24 + SIDE, HEIGHT)

    @property
    def shown(self) -> str:
        return self.key

    def paint(self, painter: QPainter) -> None:
        whole, theme = QRectF(self.rect()), self._look.theme
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED_OPACITY)
        self.paint_ground(painter, whole, HEIGHT / 2)
        if not self.hasFocus():
            paint_dashes(painter, whole, theme.control, HEIGHT / 2)
        paint_icon(painter, placed(painter, QRectF(SIDE, 0, ICON, HEIGHT), whole), "plus", theme.muted, ICON)
        painter.setFont(self.font())
        painter.setPen(theme.muted)
        room = whole.adjusted(SIDE + ICON + GAP, 0, -SIDE - self._cap() + 1, 0)
        paint_line(painter, placed(painter, room, whole), self.text(), QFontMetricsF(self.font()), leading=True)
        if self.key:
            width = key_cap_width(self.key)
            cap = placed(painter, QRectF(whole.right() - SIDE - width, 0, width, HEIGHT), whole)
            paint_key_cap(painter, QPointF(cap.left(), cap.center().y()), self.key, theme)

    def _cap(self) -> float:
        return key_cap_width(self.key) + GAP if self.key else 0
