"""Dashed outline with round corners, drawn in a fraction of the time that Qt takes for a dashed path."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

DASHES = [3.2, 2.4]


def paint_dashed_outline(painter: QPainter, rect: QRectF, radius: float, pen: QPen) -> None:
    """Draw the sides of the rectangle dashed and its corners whole."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(_corners(rect, radius))
    dashed = QPen(pen)
    dashed.setDashPattern(DASHES)
    dashed.setDashOffset(-DASHES[1])  # the corner stands for the first dash
    painter.setPen(dashed)
    inner = rect.adjusted(radius, radius, -radius, -radius)
    painter.drawLines(
        [
            QLineF(inner.left(), rect.top(), inner.right(), rect.top()),
            QLineF(rect.right(), inner.top(), rect.right(), inner.bottom()),
            QLineF(inner.right(), rect.bottom(), inner.left(), rect.bottom()),
            QLineF(rect.left(), inner.bottom(), rect.left(), inner.top()),
        ]
    )


def _corners(rect: QRectF, radius: float) -> QPainterPath:
    path, size = QPainterPath(), 2 * radius
    lefts, tops = (rect.right() - size, rect.left()), (rect.top(), rect.bottom() - size)
    for angle, left, top in zip((0, 90, 180, 270), (0, 1, 1, 0), (0, 0, 1, 1), strict=True):
        corner = QRectF(lefts[left], tops[top], size, size)
        path.arcMoveTo(corner, angle)
        path.arcTo(corner, angle, 90)
    return path
