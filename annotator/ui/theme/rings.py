"""Ring with the letter of an annotator."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.paint import CENTRE
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.theme.tokens import Theme

RING = 16


def paint_ring(painter: QPainter, ring: QRectF, letter: str, theme: Theme) -> None:
    """Draw the letter in a ring that fills the square."""
    paint_outline(painter, ring, theme.muted, ring.height() / 2)
    painter.setFont(chrome_font(-3, MEDIUM))
    painter.setPen(theme.text)
    painter.drawText(ring, CENTRE, letter)
