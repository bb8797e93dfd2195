"""Button that shows its key before its text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, placed
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.widgets.buttons.painted_button import PaintedButton

HEIGHT, SIDE, GAP, RADIUS, DIM = 26, 6, 6, 6, 0.45


class KeyedButton(PaintedButton):
    """Button with a key cap, which ``show_key(False)`` hides where there is no room."""

    def __init__(self, look: Look, key: str, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._key = key
        self._with_key = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def width_with_key(self) -> int:
        """Width in pixels with the key cap."""
        return self._words_width() + round(key_cap_width(self._key)) + GAP

    def show_key(self, wanted: bool) -> None:
        """Show or hide the key cap."""
        if wanted != self._with_key:
            self._with_key = wanted
            self.updateGeometry()

    def say(self, text: str) -> None:
        """Show ``text``, which is also the accessible name and, with the key, the tool tip."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self._key})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width_with_key if self._with_key else self._words_width(), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = self.painter(), self._look.theme, QRectF(self.rect())
        self.paint_ground(painter, rect, RADIUS)
        painter.setOpacity(1 if self.isEnabled() else DIM)
        left = float(SIDE)
        if self._with_key:
            cap = QRectF(left, 0, key_cap_width(self._key), rect.height())
            at = QPointF(placed(painter, cap, rect).left(), rect.center().y())
            left += paint_key_cap(painter, at, self._key, theme) + GAP
        painter.setFont(self.font())
        painter.setPen(theme.text)
        painter.drawText(placed(painter, rect.adjusted(left, 0, 0, 0), rect), LEADING, self.text())

    def _words_width(self) -> int:
        return round(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 2 * SIDE + 1
