"""Legend of the marks above the text of the first page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from annotator.interop.handover.content import LegendLine
from annotator.translation.messages import _
from annotator.ui.article_view.marks import BOX, THICK
from annotator.ui.paper.mark_ink import BLACK, BRACKET, FAINT, FOOT, GREY, line_pen, paint_bracket
from annotator.ui.paper.sheet_of_paper import POINT, SheetOfPaper, small_font

POINTS = 7.5
HEIGHT, AROUND, BETWEEN = 13 * POINT, 3 * POINT, 12 * POINT
UNIT = 10 * POINT / 17
"""Unit of marks, as in the text."""


def paint_legend(painter: QPainter, legend: Sequence[LegendLine], paper: SheetOfPaper) -> None:
    """Paint the name of each label with its mark, and what the numbers are, above the text."""
    font = small_font(POINTS)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    body = paper.body
    left = paper.placed(paper.text).left() if paper.leftwards else paper.text.left()
    for line in (line for line in legend if line.style != "bar"):
        width = metrics.horizontalAdvance(line.name)
        rect = paper.placed(QRectF(left, body.top() - 2 * POINT, width, HEIGHT))
        _paint_mark(painter, line.style, rect.adjusted(-AROUND, 0, AROUND, 0))
        painter.setPen(Qt.GlobalColor.black)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, line.name)
        left += width + 2 * AROUND + BETWEEN
    words = _("numbers point to the notes beside the text")
    rect = paper.placed(QRectF(left, body.top() - 2 * POINT, body.right() - left, HEIGHT))
    side = Qt.AlignmentFlag.AlignRight if paper.leftwards else Qt.AlignmentFlag.AlignLeft
    painter.setPen(FAINT)
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words)


def _paint_mark(painter: QPainter, style: str, rect: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match style:
        case "fill":
            painter.fillRect(rect, GREY)
            painter.setPen(line_pen("line", BRACKET * UNIT))
            paint_bracket(painter, rect, rect.left(), FOOT * UNIT)
            paint_bracket(painter, rect, rect.right(), -FOOT * UNIT)
        case "box":
            pen = line_pen("line", BOX * UNIT)
            pen.setColor(BLACK)
            painter.setPen(pen)
            painter.drawRoundedRect(rect, 2 * POINT, 2 * POINT)
        case _:
            painter.setPen(line_pen(style, THICK * UNIT))
            below = rect.bottom() + POINT
            painter.drawLine(QLineF(QPointF(rect.left() + AROUND, below), QPointF(rect.right() - AROUND, below)))
