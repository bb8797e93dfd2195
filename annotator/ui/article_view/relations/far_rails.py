"""Rails in the margin between annotations that stand far apart, with the relation's name upright on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath

from annotator.ui.article_view.column import AFTER_COLUMN, PITCH
from annotator.ui.article_view.relations.relation_look import (
    Curves,
    Stroke,
    add_cross,
    add_head,
    relation_pen,
    stroke_of,
)
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.paint import CENTRE
from annotator.ui.theme.pictures.picture import blank, paint_picture
from annotator.ui.theme.sharp import ratio_of
from annotator.ui.theme.tokens import Theme

FROM_LANES, FROM_EDGE, APART, CORNER, ABOVE, PILL, PADDING, COLUMNS = 20, 11, 7, 9, 7, 18, 8, 4
AROUND = 1
"""Pixels by which the outline of a pill may reach beyond its rectangle."""


@dataclass(frozen=True, slots=True)
class Rail:
    """A relation between two badges, in the margin's coordinates; an end out of sight has no badge, but None.

    ``up`` tells whether that end is above what is in sight.
    """

    type: str
    name: str
    source: QRectF | None
    target: QRectF | None
    up: bool
    strong: bool
    symmetric: bool


@dataclass(frozen=True, slots=True)
class MarginRoom:
    """Size of the margin, the number of its lanes, the unit, and whether it stands at the left."""

    width: float
    height: float
    lanes: int
    unit: float
    side: float
    mirrored: bool

    def rail_x(self, column: int) -> float:
        """Return the x of the rail in that column, beyond the last lane if there is room for that."""
        lanes = (AFTER_COLUMN + self.lanes * PITCH + FROM_LANES) * self.unit - self.side
        x = min(lanes, self.width - FROM_EDGE * self.unit) - column * APART * self.unit
        return self.width - x if self.mirrored else x


def paint_rails(painter: QPainter, rails: Sequence[Rail], room: MarginRoom, theme: Theme) -> None:
    """Draw the rails in up to COLUMNS columns, those of the selected annotation last; then the names above them all.

    Rails that look alike are drawn at once.
    """
    alike: dict[tuple[Stroke, bool], Curves] = {}
    names: list[tuple[str, QPointF]] = []
    for number, rail in enumerate(sorted(rails, key=lambda rail: rail.strong)):
        curves = alike.setdefault((stroke_of(rail.type), rail.strong), Curves())
        middle = _add_rail(curves, rail, room.rail_x(number % COLUMNS), room)
        if rail.strong:
            names.append((rail.name, middle))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for (stroke, strong), curves in alike.items():
        curves.paint(painter, relation_pen(theme, stroke, room.unit, strong=strong))
    _paint_names(painter, names, room, theme)


def _add_rail(curves: Curves, rail: Rail, x: float, room: MarginRoom) -> QPointF:
    """Add the rail at that x, and return the middle of its part in sight."""
    start, end = _point(rail.source, rail, room), _point(rail.target, rail, room)
    _add_way(curves.lines, rail, start, end, x, room)
    for badge in (rail.target, rail.source if rail.symmetric else None):
        if badge:
            tip = QPointF(badge.center().x(), badge.top())
            add_head(curves.heads, tip, tip - QPointF(0, 1), room.unit)
    middle = QPointF(x, (max(start.y(), 0.0) + min(end.y(), room.height)) / 2)
    if rail.symmetric:
        add_cross(curves.lines, middle - QPointF(0, 30 if rail.strong else 0), room.unit)
    return middle


def _point(badge: QRectF | None, rail: Rail, room: MarginRoom) -> QPointF:
    if badge is None:
        return QPointF(0, -10 if rail.up else room.height + 10)
    return QPointF(badge.center().x(), badge.top())


def _add_way(path: QPainterPath, rail: Rail, start: QPointF, end: QPointF, x: float, room: MarginRoom) -> None:
    """Add the way from the top of one badge out to the rail, along it, and back to the top of the other."""
    above, turn = ABOVE * room.unit, CORNER * room.unit
    first, last = start.y() - above, end.y() - above
    outwards = -1 if room.mirrored else 1
    down = 1 if last > first else -1
    turn = min(turn, abs(last - first) / 2)
    if rail.source:
        path.moveTo(start)
        path.lineTo(start.x(), first)
        path.lineTo(x - outwards * turn, first)
        path.quadTo(x, first, x, first + down * turn)
    else:
        path.moveTo(x, first)
    if rail.target:
        path.lineTo(x, last - down * turn)
        path.quadTo(x, last, x - outwards * turn, last)
        path.lineTo(end.x(), last)
        path.lineTo(end)
    else:
        path.lineTo(x, last)


def _place(length: float, middle: QPointF, taken: Sequence[QRectF], room: MarginRoom) -> QRectF | None:
    """Return a place for a pill of that length on its rail, beside no other pill; None where there is no room."""
    left = min(max(middle.x() - PILL / 2, 1), room.width - 1 - PILL)
    beside = [(pill.top(), pill.bottom()) for pill in taken if abs(pill.left() - left) < PILL]
    for shift in (0, length + 4, -length - 4, 2 * length + 8, -2 * length - 8):
        top = middle.y() + shift - length / 2
        bottom = top + length
        if top >= 0 and bottom <= room.height and not any(top < low and bottom > high for high, low in beside):
            return QRectF(left, top, PILL, length)
    return None


def _paint_names(painter: QPainter, names: Sequence[tuple[str, QPointF]], room: MarginRoom, theme: Theme) -> None:
    """Paint the names upright on their rails, as near to the middle as there is room."""
    pills: list[QRectF] = []
    font, ratio = chrome_font(-2), ratio_of(painter)
    for name, middle in names:
        length = _width(name, font) + 2 * PADDING
        if pill := _place(length, middle, pills, room):
            pills.append(pill)
            picture = _upright(name, font, theme.accent.rgba(), theme.raised.rgba(), length, ratio)
            paint_picture(painter, pill.topLeft() - QPointF(AROUND, AROUND), picture)


@lru_cache(maxsize=200)
def _width(name: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(name)


@lru_cache(maxsize=200)
def _upright(name: str, font: QFont, colour: int, ground: int, length: float, ratio: float) -> QImage:
    """Return a pill of that length in logical pixels with the name upright in it; the colours are RGBA.

    It is a picture, since Qt draws letters that are turned as shapes, anew each time.
    """
    picture = blank(PILL + 2 * AROUND, length + 2 * AROUND, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor.fromRgba(colour))
    painter.setBrush(QColor.fromRgba(ground))
    painter.drawRoundedRect(QRectF(AROUND, AROUND, PILL, length), PILL / 2, PILL / 2)
    painter.translate(AROUND + PILL / 2, AROUND + length / 2)
    painter.rotate(-90)
    painter.setFont(font)
    painter.drawText(QRectF(-length / 2, -PILL / 2, length, PILL), CENTRE, name)
    painter.end()
    return picture
