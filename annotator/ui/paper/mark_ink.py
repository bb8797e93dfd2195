"""Marks in black ink: grey fills between brackets, boxes, and solid, dotted and dashed lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from annotator.ui.article_view.mark_painter import DASHES, DOTS
from annotator.ui.article_view.marks import BOX, THICK, THIN, MarkBuilder
from annotator.ui.article_view.segments import Segment
from annotator.ui.paper.article_lines import ArticleLine

BLACK, GREY = QColor(0, 0, 0), QColor(237, 237, 237)
FAINT = QColor(80, 80, 80)
"""Ink of line numbers, which queries cite: they have to stay legible on a copy of a copy."""
"""Grey is 7 % of black."""

BRACKET, FOOT = 1.3, 3.2
"""Width of a bracket and length of its feet, in units of marks."""


class MarkInk:
    """Painter of the marks of lines that the builder has made."""

    def __init__(self, builder: MarkBuilder) -> None:
        unit = builder.unit
        self._builder = builder
        self._fill = QBrush(GREY)
        self._box, self._bracket = QPen(BLACK, BOX * unit), QPen(BLACK, BRACKET * unit)
        self._bracket.setCapStyle(Qt.PenCapStyle.SquareCap)
        self._lines = {
            (kind, thin): line_pen(kind, (THIN if thin else THICK) * unit)
            for kind in ("line", "dotted", "dashed")
            for thin in (False, True)
        }

    def paint(self, painter: QPainter, at: QPointF, line: ArticleLine) -> None:
        """Paint the marks of a line whose paragraph begins at that place."""
        painter.save()
        painter.translate(at)
        marks = line.marks
        for _label, path in marks.fills:
            painter.fillPath(path, self._fill)
        for segment, inset in line.fills:
            self._paint_brackets(painter, segment, self._builder.band(segment, inset))
        for _label, path in marks.boxes:
            painter.strokePath(path, self._box)
        for _label, kind, thin, stroke in marks.lines:
            painter.setPen(self._lines[kind, thin])
            painter.drawLine(stroke)
        painter.restore()

    def _paint_brackets(self, painter: QPainter, segment: Segment, band: QRectF) -> None:
        """Paint the brackets at the ends that the words have on this line, outside the fill."""
        unit = self._builder.unit
        foot, off = FOOT * unit, BRACKET * unit / 2
        painter.setPen(self._bracket)
        if segment.closed_left:
            paint_bracket(painter, band, band.left() - off, foot)
        if segment.closed_right:
            paint_bracket(painter, band, band.right() + off, -foot)


def paint_bracket(painter: QPainter, band: QRectF, x: float, foot: float) -> None:
    """Paint a bracket of the band's height at ``x``; its feet reach ``foot`` to the right, or left below 0."""
    painter.drawLine(QPointF(x, band.top()), QPointF(x, band.bottom()))
    for y in (band.top(), band.bottom()):
        painter.drawLine(QPointF(x, y), QPointF(x + foot, y))


def line_pen(kind: str, width: float) -> QPen:
    """Return the pen of a line that is solid, dotted or dashed."""
    pen = QPen(BLACK, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if kind == "dotted" else Qt.PenCapStyle.FlatCap)
    if kind != "line":
        pen.setDashPattern(DOTS if kind == "dotted" else DASHES)
    return pen
