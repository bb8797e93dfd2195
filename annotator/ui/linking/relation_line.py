"""Line of a relation in a row of a list, as it is drawn in the text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath

from annotator.model.scheme import RelationRule
from annotator.ui.article_view.relations.relation_look import (
    Curves,
    add_cross,
    add_head,
    relation_pen,
    stroke_of,
)
from annotator.ui.theme.tokens import Theme

RISE = 10
"""Pixels from the ends of the line to the points that its curve leans to."""


def directed(words: str, *, inwards: bool) -> str:
    """Return the words of a relation, with an arrow back to what is linked where it leads ``inwards``."""
    arrow = "→" if QGuiApplication.isRightToLeft() else "←"
    return f"{arrow} {words}" if inwards else words


def paint_relation_line(painter: QPainter, place: QRectF, rule: RelationRule, theme: Theme, *, inwards: bool) -> None:
    """Draw the line of a relation of that type across the place; ``inwards`` leads to where lines begin."""
    curves, base = Curves(), place.center().y() + RISE / 3
    ends = QPointF(place.left(), base), QPointF(place.right(), base)
    start, tip = reversed(ends) if inwards != QGuiApplication.isRightToLeft() else ends
    path = _curve(start, tip)
    curves.lines.addPath(path)
    add_head(curves.heads, tip, path.pointAtPercent(0.9), 1)
    if rule.symmetric:
        add_head(curves.heads, start, path.pointAtPercent(0.1), 1)
        add_cross(curves.lines, path.pointAtPercent(0.5), 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    curves.paint(painter, relation_pen(theme, stroke_of(rule.id), 1, strong=True))
    painter.restore()


def _curve(start: QPointF, tip: QPointF) -> QPainterPath:
    path, third = QPainterPath(start), (tip.x() - start.x()) / 3
    path.cubicTo(start + QPointF(third, -RISE), tip - QPointF(third, RISE), tip)
    return path
