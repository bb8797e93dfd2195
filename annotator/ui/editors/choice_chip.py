"""Chip of one choice: the digit that chooses it, and its name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import plain_line
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import KEY_CAP_HEIGHT, key_cap_width, paint_key_cap
from annotator.ui.widgets.buttons.still_button import StillButton
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, SIDE, GAP, RADIUS = 28, 6, 6, 6


class ChoiceChip(StillButton):
    """Checkable button; ``value`` is the choice, ``digit`` the key that chooses it, empty for none."""

    pressing = ()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.value: object = None
        self._digit = ""
        self.setCheckable(True)

    def show_choice(self, value: object, name: str, digit: str) -> None:
        """Show a choice."""
        self.value, self._digit = value, digit
        self.setText(plain_line(name))
        self.setObjectName(f"choice-{value}")
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def mark_chosen(self, *, on: bool) -> None:
        """Show whether it is chosen."""
        self.setChecked(on)
        self.setFont(chrome_font(0, MEDIUM) if on else chrome_font())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(chrome_font(0, MEDIUM)).horizontalAdvance(self.text())
        return QSize(round(self._left() + words + SIDE + 4), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._left()) + 30, HEIGHT)

    @property
    def shown(self) -> str:
        return self._digit

    def paint(self, painter: QPainter) -> None:
        whole, theme = QRectF(self.rect()), self._look.theme
        self.paint_option(painter, whole, RADIUS)
        if self._digit:
            width = key_cap_width(self._digit)
            cap = placed(painter, QRectF(SIDE, (HEIGHT - KEY_CAP_HEIGHT) / 2, width, KEY_CAP_HEIGHT), whole)
            paint_key_cap(painter, QPointF(cap.left(), cap.center().y()), self._digit, theme)
        painter.setFont(self.font())
        painter.setPen(theme.text)
        room = placed(painter, whole.adjusted(self._left(), 0, -SIDE + 1, 0), whole)
        paint_line(painter, room, self.text(), QFontMetricsF(self.font()), leading=True)

    def _left(self) -> float:
        return SIDE + (key_cap_width(self._digit) + GAP if self._digit else 0)
