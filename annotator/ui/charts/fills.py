"""Fills that are told apart without colour: full, hatched, dotted, empty, lined, crossed.

All are drawn as lines and rectangles within the outline, as files of pictures know no patterns.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import chain

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui.theme.sharp import paint_outline, ratio_of, snapped_rect

RADIUS, APART, DOT = 3, 6.0, 2.0


class Fill(Enum):
    """Way to fill a bar or a part of it."""

    FULL = "full"
    HATCHED = "hatched"
    DOTTED = "dotted"
    EMPTY = "empty"
    LINED = "lined"
    CROSSED = "crossed"


PARTS = tuple(Fill)
"""Fills of the parts of a bar, in their order."""


def paint_fill(painter: QPainter, rect: QRectF, fill: Fill, colour: QColor, ground: QColor) -> None:
    """Fill the rectangle in a colour that can be told from the ``ground``; a part too narrow for a pattern is full."""
    rect = snapped_rect(rect, ratio_of(painter))
    radius = min(RADIUS, rect.width() / 2)
    if fill is Fill.FULL or rect.width() < 2:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, radius, radius)
    within = rect.adjusted(1, 1, -1, -1)
    if within.width() > 1:
        _pattern(painter, within, fill, colour)
    paint_outline(painter, rect, colour, radius)


def _pattern(painter: QPainter, rect: QRectF, fill: Fill, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.25, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    match fill:
        case Fill.HATCHED:
            painter.drawLines([*_rising(rect)])
        case Fill.CROSSED:
            painter.drawLines([*chain(_rising(rect), _falling(rect))])
        case Fill.LINED:
            painter.drawLines(
                [QLineF(rect.left(), y, rect.right(), y) for y in _steps(rect.top() + 2, rect.bottom(), 4)]
            )
        case Fill.DOTTED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRects([*_dots(rect)])
        case _:
            pass


def _rising(rect: QRectF) -> Iterator[QLineF]:
    """Yield lines from the lower left to the upper right, cut off at the sides."""
    height = rect.height()
    for left in _steps(rect.left() - height, rect.right(), APART):
        start, end = max(left, rect.left()), min(left + height, rect.right())
        if start < end:
            yield QLineF(start, rect.bottom() - (start - left), end, rect.bottom() - (end - left))


def _falling(rect: QRectF) -> Iterator[QLineF]:
    for line in _rising(rect):
        yield QLineF(
            line.x1(), rect.top() + rect.bottom() - line.y1(), line.x2(), rect.top() + rect.bottom() - line.y2()
        )


def _dots(rect: QRectF) -> Iterator[QRectF]:
    for x in _steps(rect.left() + 1.5, rect.right() - DOT, APART - 1):
        for y in _steps(rect.top() + 1.5, rect.bottom() - DOT, APART - 1):
            yield QRectF(x, y, DOT, DOT)


def _steps(start: float, end: float, step: float) -> Iterator[float]:
    at = start
    while at < end:
        yield at
        at += step
