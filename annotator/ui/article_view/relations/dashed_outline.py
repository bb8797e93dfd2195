"""Dashed outlines with round corners; the picture of each size is made once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from annotator.ui.theme.pictures.picture import blank
from annotator.ui.theme.sharp import inside, ratio_of, stroke_width

DASHES, WIDTH, CORNER = (4, 3), 1.25, 4
"""Dash and gap, width of the pen, and radius of the corners, in pixels of the type's unit size."""
AROUND = 2
"""Pixels by which an outline may reach beyond its rectangle."""


@dataclass(slots=True)
class Outlines:
    """Outlines of rectangles, with dashed sides and solid corners; ``places`` has the rectangle that each covers."""

    places: dict[object, QRectF] = field(default_factory=dict)

    def add(self, rect: QRectF) -> None:
        """Add the outline of a rectangle that lies on whole device pixels."""
        place = rect.adjusted(-AROUND, -AROUND, AROUND, AROUND)
        self.places[place.getRect()] = place

    def other_than(self, others: Outlines) -> list[QRectF]:
        """Return the places of those that are among these or the others, but not among both."""
        return [(self.places | others.places)[key] for key in self.places.keys() ^ others.places.keys()]

    def paint(self, painter: QPainter, colour: QColor, unit: float) -> None:
        """Draw the outlines that lie in the painter's clip, for letters of that unit size."""
        ratio, clip, rgba = ratio_of(painter), painter.clipBoundingRect(), colour.rgba()
        for place in self.places.values():
            if place.intersects(clip):
                painter.drawImage(place.topLeft(), _outline(place.width(), place.height(), unit, rgba, ratio))


@lru_cache(maxsize=80)
def _outline(width: float, height: float, unit: float, colour: int, ratio: float) -> QImage:
    """Return a picture of the outline, of that size in logical pixels; ``colour`` is an RGBA."""
    picture, radius, stroke = blank(width, height, ratio), CORNER * unit, stroke_width(WIDTH * unit, ratio)
    rect = inside(QRectF(0, 0, width, height).adjusted(AROUND, AROUND, -AROUND, -AROUND), stroke, ratio)
    pen, corners = QPen(QColor.fromRgba(colour), stroke), QPainterPath()
    _add_corners(corners, rect, radius)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(corners, pen)
    dash, gap = (length * unit / stroke for length in DASHES)
    pen.setDashPattern([dash, gap])
    pen.setDashOffset(-gap)  # the corner stands for the first dash
    painter.setPen(pen)
    painter.drawLines(_sides(rect, radius))
    painter.end()
    return picture


def _sides(rect: QRectF, radius: float) -> list[QLineF]:
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    inner_left, inner_top, inner_right, inner_bottom = left + radius, top + radius, right - radius, bottom - radius
    return [
        QLineF(inner_left, top, inner_right, top),
        QLineF(right, inner_top, right, inner_bottom),
        QLineF(inner_right, bottom, inner_left, bottom),
        QLineF(left, inner_bottom, left, inner_top),
    ]


def _add_corners(path: QPainterPath, rect: QRectF, radius: float) -> None:
    size = 2 * radius
    lefts, tops = (rect.right() - size, rect.left()), (rect.top(), rect.bottom() - size)
    for angle, left, top in zip((0, 90, 180, 270), (0, 1, 1, 0), (0, 0, 1, 1), strict=True):
        corner = QRectF(lefts[left], tops[top], size, size)
        path.arcMoveTo(corner, angle)
        path.arcTo(corner, angle, 90)
