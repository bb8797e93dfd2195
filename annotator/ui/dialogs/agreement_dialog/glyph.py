"""Sign before a sentence of the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on

GLYPH = 16


class Glyph(QWidget):
    """Tick or warning before a sentence."""

    def __init__(self, look: Look, parent: QWidget, *, good: bool) -> None:
        super().__init__(parent)
        self._look, self._good = look, good
        self.setFixedSize(GLYPH + 4, GLYPH + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        sign, colour = ("success", theme.success) if self._good else ("warning", theme.warning)
        paint_icon(painter_on(self), QRectF(0, 1, GLYPH, GLYPH), sign, colour, GLYPH)
