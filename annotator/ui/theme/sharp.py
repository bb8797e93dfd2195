"""Snapping of rectangles and strokes to whole device pixels, so that thin strokes are not blurred."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def ratio_of(painter: QPainter) -> float:
    """Return the number of device pixels in one logical pixel of the painter's device."""
    return painter.device().devicePixelRatio()


def snapped(value: float, ratio: float) -> float:
    """Return ``value`` rounded to a whole device pixel, in logical pixels."""
    return floor(value * ratio + 0.5) / ratio


def stroke_width(width: float, ratio: float) -> float:
    """Return ``width`` rounded to whole device pixels, at least one, in logical pixels."""
    return max(1, floor(width * ratio + 0.5)) / ratio


def stroke_centre(value: float, width: float, ratio: float) -> float:
    """Return the position nearest to ``value`` at which a stroke of that width covers whole device pixels."""
    half = max(1, floor(width * ratio + 0.5)) % 2 / 2
    return (floor(value * ratio - half + 0.5) + half) / ratio


def snapped_rect(rect: QRectF, ratio: float) -> QRectF:
    """Return ``rect`` with each edge on a whole device pixel."""
    edges: tuple[float, float, float, float] = rect.getCoords()  # type: ignore[assignment]  # its stub says object
    x, y, right, bottom = edges  # rounded here, as calls would take twice as long
    left, top = floor(x * ratio + 0.5) / ratio, floor(y * ratio + 0.5) / ratio
    return QRectF(left, top, floor(right * ratio + 0.5) / ratio - left, floor(bottom * ratio + 0.5) / ratio - top)


def inside(rect: QRectF, width: float, ratio: float) -> QRectF:
    """Return the rectangle to stroke with ``width`` so that the stroke stays within ``rect``, on device pixels."""
    half = stroke_width(width, ratio) / 2
    return snapped_rect(rect, ratio).adjusted(half, half, -half, -half)


def pen(colour: QColor, width: float, ratio: float) -> QPen:
    """Return a pen with round ends, as wide as whole device pixels."""
    style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, stroke_width(width, ratio), style, cap, join)


def paint_outline(painter: QPainter, rect: QRectF, colour: QColor, radius: float, *, width: float = 1) -> None:
    """Draw a sharp rounded outline that stays within ``rect``; it is filled as a ring, as Qt strokes curves slowly."""
    ratio = ratio_of(painter)
    edge, outer = stroke_width(width, ratio), snapped_rect(rect, ratio)
    path = QPainterPath()
    path.addRoundedRect(outer, radius, radius)
    path.addRoundedRect(outer.adjusted(edge, edge, -edge, -edge), radius - edge, radius - edge)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, colour)


def paint_dashes(painter: QPainter, rect: QRectF, colour: QColor, radius: float) -> None:
    """Draw a dashed rounded outline that stays within ``rect``: of what is not there yet, or not confirmed."""
    ratio = ratio_of(painter)
    dashes = pen(colour, 1, ratio)
    dashes.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(dashes)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside(rect, 1, ratio), radius - 1, radius - 1)
