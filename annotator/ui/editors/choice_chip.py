"""Chip of one choice: the digit that chooses it, the glyph of a verdict, and its name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import plain_line
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import KEY_CAP_HEIGHT, key_cap_width, paint_key_cap
from annotator.ui.theme.verdict_glyphs import verdict_glyph
from annotator.ui.widgets.buttons.still_button import StillButton
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, SIDE, GAP, RADIUS, GLYPH = 28, 6, 6, 6, 12


class ChoiceChip(StillButton):
    """Checkable button; ``value`` is the choice, ``digit`` the key that chooses it, empty for none."""

    pressing = ()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.value: object = None
        self._digit, self._glyph = "", False
        self.setCheckable(True)

    def show_choice(self, value: object, name: str, digit: str, *, verdict: bool = False) -> None:
        """Show a choice, with its glyph if it is one of a ``verdict`` that has a glyph."""
        self.value, self._digit = value, digit
        self._glyph = verdict and verdict_glyph(value, self._look.theme) is not None
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
    def shown(self) -> tuple[str, object]:
        return self._digit, self.value if self._glyph else None

    def paint(self, painter: QPainter) -> None:
        whole, theme = QRectF(self.rect()), self._look.theme
        self.paint_option(painter, whole, RADIUS)
        if self._digit:
            width = key_cap_width(self._digit)
            cap = placed(painter, QRectF(SIDE, (HEIGHT - KEY_CAP_HEIGHT) / 2, width, KEY_CAP_HEIGHT), whole)
            paint_key_cap(painter, QPointF(cap.left(), cap.center().y()), self._digit, theme)
        if self._glyph and (drawn := verdict_glyph(self.value, theme)):
            glyph = QRectF(self._left() - GAP - GLYPH, 0, GLYPH, HEIGHT)
            paint_icon(painter, placed(painter, glyph, whole), *drawn, GLYPH)
        painter.setFont(self.font())
        painter.setPen(theme.text)
        room = placed(painter, whole.adjusted(self._left(), 0, -SIDE + 1, 0), whole)
        paint_line(painter, room, self.text(), QFontMetricsF(self.font()), leading=True)

    def _left(self) -> float:
        cap = key_cap_width(self._digit) + GAP if self._digit else 0
        return SIDE + cap + (GLYPH + GAP if self._glyph else 0)
