"""Bars in the lanes of annotators: pale where all agree, a pattern for each kind of difference."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from annotator.ui.theme.colour import over
from annotator.ui.theme.tokens import Theme

PALE = 0.31
"""Opacity where all agree."""

PATTERNS = {
    "label": Qt.BrushStyle.BDiagPattern,
    "values": Qt.BrushStyle.Dense4Pattern,
    "relations": Qt.BrushStyle.VerPattern,
}
"""Pattern of each kind of difference; edges are full with their ends drawn, what only some have is an outline."""


class Bar(NamedTuple):
    """Sides of a bar on whole device pixels, number of its line, and at which of its sides the span ends."""

    left: float
    width: float
    line: int
    closed_left: bool
    closed_right: bool


class Ink(NamedTuple):
    """Colours and patterns of the bars of one kind and label; those with gaps have a ``ground``."""

    ground: QColor | None
    fill: QBrush | None
    outline: QPen | None
    ends: QColor | None


def ink_of(kind: str, stroke: QColor, theme: Theme) -> Ink:
    """Return the ink of a kind of difference, empty where all agree, in the colour of a label."""
    match kind:
        case "":
            return Ink(None, QBrush(over(stroke, PALE, theme.base)), None, None)
        case "edges":
            return Ink(None, QBrush(stroke), None, theme.text)
        case "only":
            return Ink(theme.base, None, QPen(stroke, 1, Qt.PenStyle.DashLine), None)
        case _:
            return Ink(theme.base, QBrush(stroke, PATTERNS[kind]), QPen(stroke, 1), None)


def paint_bar(painter: QPainter, bar: Bar, top: float, height: float, ink: Ink, unit: float) -> None:
    """Draw the bar over what is below it: the shorter one is drawn last, and alone to be seen there."""
    rect = QRectF(bar.left, top, bar.width, height)
    if ink.ground:
        painter.fillRect(rect, ink.ground)
    if ink.fill:
        painter.fillRect(rect, ink.fill)
    if ink.outline:
        painter.setPen(ink.outline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
    if ink.ends:
        for closed, x in ((bar.closed_left, bar.left), (bar.closed_right, bar.left + bar.width - 2 * unit)):
            if closed:
                painter.fillRect(QRectF(x, top - unit, 2 * unit, height + 2 * unit), ink.ends)
