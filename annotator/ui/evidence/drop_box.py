"""Dashed box that says how evidence is added: by pasting, by dropping a file, by a key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.translation.messages import N_, _
from annotator.ui.theme.draw_buttons import DISABLED_OPACITY
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.theme.sharp import inside, pen, ratio_of
from annotator.ui.widgets.buttons.still_button import StillButton
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, RADIUS, SIDE, ICON, GAP = 36, 6, 10, 14, 6
# Translators: the key E follows.
LONG, SHORT = N_("Paste a link, drop a file, or press"), N_("Paste, drop, or press")
KEY = "E"


class DropBox(StillButton):
    """Button that stands for evidence that is not there yet.

    ``forms`` are its words, the longer ones first; those that there is room for stand before the cap of ``key``.
    """

    def __init__(self, look: Look, parent: QWidget, forms: tuple[str, str] | None = None, key: str = KEY) -> None:
        super().__init__(look, parent)
        self._long, self._short = forms or (_(LONG), _(SHORT))
        self._key = key
        self.setObjectName("addEvidence")
        self.setAccessibleName(_("Add evidence"))
        self.setFont(small_font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(self._wanted(self._long)), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    @property
    def shown(self) -> tuple[str, str, str]:
        return self._long, self._short, self._key

    def paint(self, painter: QPainter) -> None:
        whole, theme = QRectF(self.rect()), self._look.theme
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED_OPACITY)
        self.paint_ground(painter, whole, RADIUS)
        if not self.hasFocus():
            dashes = pen(theme.control, 1, ratio_of(painter))
            dashes.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(dashes)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside(whole, 1, ratio_of(painter)), RADIUS, RADIUS)
        text = self._long if self._wanted(self._long) <= whole.width() else self._short
        left = max((whole.width() - self._wanted(text)) / 2, 0) + SIDE
        paint_icon(painter, placed(painter, QRectF(left, 0, ICON, HEIGHT), whole), "plus", theme.muted, ICON)
        painter.setFont(self.font())
        painter.setPen(theme.muted)
        cap = key_cap_width(self._key)
        width = min(self._words(text), whole.width() - left - ICON - GAP - GAP - cap - SIDE)
        room = QRectF(left + ICON + GAP, 0, width + 1, HEIGHT)
        paint_line(painter, placed(painter, room, whole), text, QFontMetricsF(self.font()), leading=True)
        at = placed(painter, QRectF(room.right() + GAP, 0, cap, HEIGHT), whole)
        paint_key_cap(painter, QPointF(at.left(), at.center().y()), self._key, theme)

    def _words(self, text: str) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(text)

    def _wanted(self, text: str) -> float:
        return SIDE + ICON + GAP + self._words(text) + 1 + GAP + key_cap_width(self._key) + SIDE
