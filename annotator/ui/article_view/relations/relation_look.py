"""Lines and heads of relations, by their type."""

from __future__ import annotations

from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from annotator.ui.theme.tokens import Theme

STROKE, THIN, FAINT = 1.5, 1.0, 150
HEAD, HALF_HEAD = 7, 3
DOTTED, DASHED = frozenset({"cued_by"}), frozenset({"quantifies", "part_of"})
DOTS, DASHES = [0.001, 2.6], [5 / STROKE, 3.5 / STROKE]


def relation_pen(theme: Theme, type: str, unit: float, *, strong: bool) -> QPen:
    """Return the pen for relations of the type; ``strong`` for those of the selected annotation."""
    colour = QColor(theme.accent)
    if not strong and not theme.high_contrast:
        colour.setAlpha(FAINT)
    pen = QPen(colour, (STROKE if strong else THIN) * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if type in DOTTED else Qt.PenCapStyle.FlatCap)
    if type in DOTTED | DASHED:
        pen.setDashPattern(DOTS if type in DOTTED else DASHES)
    return pen


def paint_head(painter: QPainter, tip: QPointF, before: QPointF, pen: QPen, unit: float) -> None:
    """Draw the head of an arrow that comes from ``before`` and ends at ``tip``."""
    angle = atan2(tip.y() - before.y(), tip.x() - before.x())
    back = QPointF(tip.x() - HEAD * unit * cos(angle), tip.y() - HEAD * unit * sin(angle))
    aside = QPointF(HALF_HEAD * unit * cos(angle + pi / 2), HALF_HEAD * unit * sin(angle + pi / 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(QPolygonF([tip, back + aside, back - aside]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_cross(painter: QPainter, at: QPointF, pen: QPen, unit: float) -> None:
    """Draw the cross of a relation between two that cannot both be true."""
    painter.setPen(QPen(pen.color(), pen.widthF()))
    arm = 3 * unit
    painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
    painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm))
