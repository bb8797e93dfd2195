"""Lines and heads of relations, by their type."""

from __future__ import annotations

from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF

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


def add_head(path: QPainterPath, tip: QPointF, before: QPointF, unit: float) -> None:
    """Add the head of an arrow that comes from ``before`` and ends at ``tip``."""
    angle = atan2(tip.y() - before.y(), tip.x() - before.x())
    back = QPointF(tip.x() - HEAD * unit * cos(angle), tip.y() - HEAD * unit * sin(angle))
    aside = QPointF(HALF_HEAD * unit * cos(angle + pi / 2), HALF_HEAD * unit * sin(angle + pi / 2))
    path.addPolygon(QPolygonF([tip, back + aside, back - aside, tip]))


def add_cross(path: QPainterPath, at: QPointF, unit: float) -> None:
    """Add the cross of a relation between two that cannot both be true."""
    arm = 3 * unit
    for first in (QPointF(-arm, -arm), QPointF(-arm, arm)):
        path.moveTo(at + first)
        path.lineTo(at - first)
