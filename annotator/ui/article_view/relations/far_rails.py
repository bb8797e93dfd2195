"""Rails in the margin between annotations that stand far apart, with the relation's name upright on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

from annotator.ui.article_view.column import AFTER_COLUMN, PITCH
from annotator.ui.article_view.relations.relation_look import add_cross, add_head, relation_pen
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.paint import CENTRE
from annotator.ui.theme.tokens import Theme

FROM_LANES, FROM_EDGE, APART, CORNER, ABOVE, PILL, PADDING, COLUMNS = 20, 11, 7, 9, 7, 18, 8, 4


@dataclass(frozen=True, slots=True)
class Rail:
    """A relation between two badges, in the margin's coordinates; None for an end out of sight, ``up`` or not."""

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
        """Return the x of the rail in that column, right of the last lane as far as there is room."""
        lanes = (AFTER_COLUMN + self.lanes * PITCH + FROM_LANES) * self.unit - self.side
        x = min(lanes, self.width - FROM_EDGE * self.unit) - column * APART * self.unit
        return self.width - x if self.mirrored else x


def paint_rails(painter: QPainter, rails: Sequence[Rail], room: MarginRoom, theme: Theme) -> None:
    """Draw the rails, those of the selected annotation last, each in a column of its own as far as there are some."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pills: list[QRectF] = []
    metrics = QFontMetricsF(chrome_font(-2))
    for number, rail in enumerate(sorted(rails, key=lambda rail: rail.strong)):
        x, pen = room.rail_x(number % COLUMNS), relation_pen(theme, rail.type, room.unit, strong=rail.strong)
        start, end = _point(rail.source, rail, room), _point(rail.target, rail, room)
        path = _path(start, end, x, room, opens=rail.source is not None, closes=rail.target is not None)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)
        heads, middle = QPainterPath(), QPointF(x, (max(start.y(), 0.0) + min(end.y(), room.height)) / 2)
        heads.setFillRule(Qt.FillRule.WindingFill)
        for badge in (rail.target, rail.source if rail.symmetric else None):
            if badge:
                tip = QPointF(badge.center().x(), badge.top())
                add_head(heads, tip, tip - QPointF(0, 1), room.unit)
        painter.fillPath(heads, pen.color())
        if rail.symmetric:
            cross = QPainterPath()
            add_cross(cross, middle - QPointF(0, 30 if rail.strong else 0), room.unit)
            painter.strokePath(cross, pen)
        if rail.strong and (pill := _pill(metrics.horizontalAdvance(rail.name), middle, pills, room)):
            pills.append(pill)
            _paint_pill(painter, pill, rail.name, theme)


def _point(badge: QRectF | None, rail: Rail, room: MarginRoom) -> QPointF:
    if badge is None:
        return QPointF(0, -10 if rail.up else room.height + 10)
    return QPointF(badge.center().x(), badge.top())


def _path(start: QPointF, end: QPointF, x: float, room: MarginRoom, *, opens: bool, closes: bool) -> QPainterPath:
    """Return the way from the top of one badge out to the rail, along it, and back to the top of the other."""
    above, turn = ABOVE * room.unit, CORNER * room.unit
    first, last = start.y() - above, end.y() - above
    path = QPainterPath()
    outwards = -1 if room.mirrored else 1
    down = 1 if last > first else -1
    turn = min(turn, abs(last - first) / 2)
    if opens:
        path.moveTo(start)
        path.lineTo(start.x(), first)
        path.lineTo(x - outwards * turn, first)
        path.quadTo(x, first, x, first + down * turn)
    else:
        path.moveTo(x, first)
    if closes:
        path.lineTo(x, last - down * turn)
        path.quadTo(x, last, x - outwards * turn, last)
        path.lineTo(end.x(), last)
        path.lineTo(end)
    else:
        path.lineTo(x, last)
    return path


def _pill(width: float, middle: QPointF, taken: Sequence[QRectF], room: MarginRoom) -> QRectF | None:
    """Return the place of a name of that width on its rail, where no other is; None where there is no room."""
    length = width + 2 * PADDING
    for shift in (0, length + 4, -length - 4, 2 * length + 8, -2 * length - 8):
        pill = QRectF(middle.x() - PILL / 2, middle.y() + shift - length / 2, PILL, length)
        if pill.top() >= 0 and pill.bottom() <= room.height and not any(pill.intersects(other) for other in taken):
            return pill.translated(min(0.0, room.width - 1 - pill.right()) + max(0.0, 1 - pill.left()), 0)
    return None


def _paint_pill(painter: QPainter, pill: QRectF, name: str, theme: Theme) -> None:
    painter.setPen(theme.accent)
    painter.setBrush(theme.raised)
    painter.drawRoundedRect(pill, PILL / 2, PILL / 2)
    painter.save()
    painter.translate(pill.center())
    painter.rotate(-90)
    painter.setFont(chrome_font(-2))
    painter.setPen(theme.accent)
    painter.drawText(QRectF(-pill.height() / 2, -PILL / 2, pill.height(), PILL), CENTRE, name)
    painter.restore()
