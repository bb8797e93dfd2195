"""Painter of marks, with cached pens and brushes for each label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, groupby
from operator import itemgetter

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from annotator.ui.article_view.marks import BOX, THICK, THIN, WAVE, Marks
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.pictures.dots import Dots
from annotator.ui.theme.tokens import Theme

APART = 2.0
DOTS, DASHES = [0.001, APART], [3.0, 1.5]
"""In multiples of the line's width, which is 2 units: dots 4 units apart; dashes of 6, gaps of 3."""


class Pens(Struct, frozen=True):
    """Pens and brushes of one label.

    ``lines`` has a pen for each kind of line but the dotted, thick and thin, for which there are ``dots``.
    """

    fill: QBrush
    end: QBrush
    box: QPen
    lines: dict[tuple[str, bool], QPen]
    dots: dict[bool, Dots]

    @classmethod
    def of(cls, colours: LabelColours, unit: float) -> Pens:
        widths = {False: THICK * unit, True: THIN * unit}
        lines = {
            (kind, thin): _line_pen(colours, kind, width)
            for kind in ("line", "dashed")
            for thin, width in widths.items()
        }
        dots = {thin: Dots(colours.stroke, width, APART * width) for thin, width in widths.items()}
        return cls(QBrush(colours.fill), QBrush(colours.cap), QPen(colours.stroke, BOX * unit), lines, dots)


def _line_pen(colours: LabelColours, kind: str, width: float) -> QPen:
    pen = QPen(colours.stroke, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind == "dashed":
        pen.setDashPattern(DASHES)
    return pen


class MarkPainter:
    """Painter of the marks of stretches; when theme, scheme or size changes, create another."""

    def __init__(self, theme: Theme, colours: Callable[[str], LabelColours], unit: float) -> None:
        self._colours = colours
        self._unit = unit
        self._pens: dict[str, Pens] = {}
        self._problem = QPen(theme.error, WAVE * unit)

    def paint(self, painter: QPainter, lines: Sequence[Marks]) -> None:
        """Paint the marks of lines; the painter's origin must be that of their block."""
        self._paint_fills(painter, lines)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for label, path in chain.from_iterable(marks.boxes for marks in lines):
            painter.strokePath(path, self.pens(label).box)
        for label, kind, thin, line in chain.from_iterable(marks.lines for marks in lines):
            pens = self.pens(label)
            if kind == "dotted":
                pens.dots[thin].paint(painter, line)
            else:
                painter.setPen(pens.lines[kind, thin])
                painter.drawLine(line)  # drawLines takes Qt three times as long where the lines are dashed
        for line in chain.from_iterable(marks.waves for marks in lines):
            painter.strokePath(_wave(line, self._unit), self._problem)

    def _paint_fills(self, painter: QPainter, lines: Sequence[Marks]) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for label, fills in groupby(chain.from_iterable(marks.fills for marks in lines), key=itemgetter(0)):
            painter.setBrush(self.pens(label).fill)
            for _label, path in fills:
                painter.drawPath(path)
        for label, path in chain.from_iterable(marks.ends for marks in lines):
            painter.fillPath(path, self.pens(label).end)

    def pens(self, label: str) -> Pens:
        pens = self._pens.get(label)
        if pens is None:
            pens = self._pens[label] = Pens.of(self._colours(label), self._unit)
        return pens


def _wave(line: QLineF, unit: float) -> QPainterPath:
    path, x, up = QPainterPath(line.p1()), line.x1(), True
    while x < line.x2():
        bend = line.y1() + (-2.6 if up else 2.6) * unit
        path.quadTo(QPointF(x + 1.5 * unit, bend), QPointF(x + 3 * unit, line.y1()))
        x, up = x + 3 * unit, not up
    return path
