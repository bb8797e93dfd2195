"""Interval on a line from 0.4 to 1.0, with a dot at the number and a dashed line at 0.8."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.review.agreement.results import Cell
from annotator.review.agreement.sayings import SETTLED
from annotator.ui.theme.mirroring import LEFTWARDS, mirrored
from annotator.ui.theme.tokens import Theme

LOWEST, HIGHEST = 0.4, 1.0
DOT, WHISKER, TICK = 8, 8, 16


def lowest_of(cells: Sequence[Cell]) -> float:
    """Return where the lines of all rows begin: at 0.4, or lower where a number or an interval does."""
    ends = [cell.interval[0] for cell in cells if isinstance(cell.interval, tuple)]
    return min([LOWEST, *ends, *(cell.number for cell in cells if cell.number is not None)])


def paint_interval(painter: QPainter, line: QRectF, whole: QRectF, cell: Cell, least: float, theme: Theme) -> None:
    """Draw the interval on a line from ``least`` to 1."""
    low, high = cell.interval if isinstance(cell.interval, tuple) else (cell.number, cell.number)
    if cell.number is None or low is None or high is None:
        return
    middle = line.center().y()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def point(value: float) -> float:
        at = line.left() + (value - least) / (HIGHEST - least) * line.width()
        spot = QRectF(at, middle, 0, 0)
        return mirrored(spot, whole).left() if painter.layoutDirection() == LEFTWARDS else at

    painter.setPen(QPen(theme.border, 2))
    painter.drawLine(QPointF(point(least), middle), QPointF(point(HIGHEST), middle))
    painter.setPen(QPen(theme.control, 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(point(SETTLED), middle - TICK / 2), QPointF(point(SETTLED), middle + TICK / 2))
    if isinstance(cell.interval, tuple):
        painter.setPen(QPen(theme.text, 1.5))
        painter.drawLine(QPointF(point(low), middle), QPointF(point(high), middle))
        for end in (low, high):
            painter.drawLine(QPointF(point(end), middle - WHISKER / 2), QPointF(point(end), middle + WHISKER / 2))
    painter.setPen(QPen(theme.base, 1.5))
    painter.setBrush(theme.accent)
    painter.drawEllipse(QPointF(point(cell.number), middle), DOT / 2 + 0.75, DOT / 2 + 0.75)
    painter.restore()
