"""Numbers and words that stand at the end of their column."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from annotator.ui.theme.mirroring import LEFTWARDS


def paint_number(painter: QPainter, rect: QRectF, words: str) -> None:
    """Draw a number or an interval, which reads from left to right in every language, to the end of ``rect``."""
    around = painter.layoutDirection()
    edge = Qt.AlignmentFlag.AlignLeft if around == LEFTWARDS else Qt.AlignmentFlag.AlignRight
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(rect, edge | Qt.AlignmentFlag.AlignVCenter, words)
    painter.setLayoutDirection(around)


def paint_at_end(painter: QPainter, rect: QRectF, words: str) -> None:
    """Draw words in the direction of the window, to the end of ``rect``."""
    edge = Qt.AlignmentFlag.AlignLeft if painter.layoutDirection() == LEFTWARDS else Qt.AlignmentFlag.AlignRight
    painter.drawText(rect, edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words)
