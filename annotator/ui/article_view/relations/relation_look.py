"""Lines and heads of relations, by their type; those that look alike are drawn at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from math import atan2, cos, pi, sin

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from annotator.ui.theme.tokens import Theme

STROKE, THIN, FAINT = 1.5, 1.0, 150
HEAD, HALF_HEAD, AROUND = 7, 3, 12
"""Pixels at the type's unit size: length and half width of a head, and the room that a head needs around a curve."""
DOTTED, DASHED = frozenset({"cued_by"}), frozenset({"quantifies", "part_of"})
DOTS, DASHES = [0.001, 2.6], [5 / STROKE, 3.5 / STROKE]


class Stroke(Enum):
    """Stroke of the line of a relation."""

    SOLID = auto()
    DOTTED = auto()
    DASHED = auto()


@dataclass(slots=True)
class Curves:
    """Lines of relations that look alike, drawn at once, and the heads of their arrows."""

    lines: QPainterPath = field(default_factory=QPainterPath)
    heads: QPainterPath = field(default_factory=QPainterPath)

    def reach(self, unit: float) -> QRectF:
        """Return a rectangle that contains all lines and heads."""
        return self.lines.controlPointRect().marginsAdded(QMarginsF(*4 * (AROUND * unit,)))

    def paint(self, painter: QPainter, pen: QPen) -> None:
        """Draw the lines with the pen, and the heads in its colour."""
        painter.strokePath(self.lines, pen)
        self.heads.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(self.heads, pen.color())


def stroke_of(type: str) -> Stroke:
    """Return the stroke of relations of the type."""
    return Stroke.DOTTED if type in DOTTED else Stroke.DASHED if type in DASHED else Stroke.SOLID


def relation_pen(theme: Theme, stroke: Stroke, unit: float, *, strong: bool) -> QPen:
    """Return the pen for relations with that stroke; ``strong`` if they are the selected annotation's."""
    colour = QColor(theme.accent)
    if not strong and not theme.high_contrast:
        colour.setAlpha(FAINT)
    pen = QPen(colour, (STROKE if strong else THIN) * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if stroke is Stroke.DOTTED else Qt.PenCapStyle.FlatCap)
    if stroke is not Stroke.SOLID:
        pen.setDashPattern(DOTS if stroke is Stroke.DOTTED else DASHES)
    return pen


def add_head(path: QPainterPath, tip: QPointF, before: QPointF, unit: float) -> None:
    """Add the head of an arrow that comes from ``before`` and ends at ``tip``."""
    angle = atan2(tip.y() - before.y(), tip.x() - before.x())
    back = QPointF(tip.x() - HEAD * unit * cos(angle), tip.y() - HEAD * unit * sin(angle))
    aside = QPointF(HALF_HEAD * unit * cos(angle + pi / 2), HALF_HEAD * unit * sin(angle + pi / 2))
    path.addPolygon(QPolygonF([tip, back + aside, back - aside, tip]))


def add_cross(path: QPainterPath, at: QPointF, unit: float) -> None:
    """Add the cross that marks a relation between annotations that cannot both be true."""
    arm = 3 * unit
    for first in (QPointF(-arm, -arm), QPointF(-arm, arm)):
        path.moveTo(at + first)
        path.lineTo(at - first)
