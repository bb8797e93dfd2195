"""Curves between annotations on lines near each other, through the space between the lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from annotator.ui.article_view.relations.ends import End

RISE, INSET, LINES = 11, 10, 2.2


def is_near(one: End, other: End, pitch: float) -> bool:
    """Return whether the two begin at most two lines apart."""
    return abs(one.first.top() - other.first.top()) <= LINES * pitch


def lies_within(one: End, other: End) -> bool:
    """Return whether one end lies wholly on the fills of the other."""
    return all(any(around.adjusted(-1, -3, 1, 3).contains(band) for around in other.bands) for band in one.bands)


def near_curve(source: End, target: End, unit: float) -> QPainterPath:
    """Return the curve from the nearer end of the source to the middle of the target's upper edge."""
    tip = _nearest(target, source.first.center())
    end = QPointF(tip.center().x(), tip.top())
    band = _nearest(source, end)
    inset = min(INSET * unit, band.width() / 2)
    x = band.left() + inset if end.x() < band.center().x() else band.right() - inset
    start = QPointF(x, band.top())
    high = min(start.y(), end.y()) - RISE * unit
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x() + (end.x() - start.x()) * 0.2, high), QPointF(end.x(), high), end)
    return path


def _nearest(end: End, point: QPointF) -> QRectF:
    return min(end.bands, key=lambda band: (abs(band.center().y() - point.y()), abs(band.center().x() - point.x())))
