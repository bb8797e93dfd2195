"""Strokes: where in each article a label stands, above its line, and a word, below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from annotator.corpus.charts.chart import Strokes
from annotator.translation.messages import _
from annotator.ui.charts.looks import hue_of
from annotator.ui.charts.sheet import Sheet

NAMES, GAP, PITCH, LENGTH, AXIS, LEGEND = 0.32, 10, 32, 10, 20, 24
DASHES = [1.5, 1.0]


def paint_strokes(sheet: Sheet, room: QRectF, chart: Strokes) -> None:
    """Draw the legend, the articles with their strokes, and the words of the axis."""
    _paint_legend(sheet, room, chart)
    names = min(max((sheet.width(row.name) for row in chart.rows), default=0.0) + 2, room.width() * NAMES)
    numbers = max((sheet.width(_numbers(chart, at)) for at in range(len(chart.rows))), default=0.0) + 2
    lines = room.adjusted(names + GAP, LEGEND, -numbers - GAP, -AXIS)
    pitch = min(PITCH, lines.height() / max(len(chart.rows), 1))
    for at, row in enumerate(chart.rows):
        middle = lines.top() + (at + 0.5) * pitch
        sheet.words(QRectF(room.left(), middle - 9, names, 18), row.name)
        _paint_row(sheet, QRectF(lines.left(), middle - pitch / 2, lines.width(), pitch), chart, at)
        after = QRectF(lines.right() + GAP, middle - 9, numbers, 18)
        sheet.words(after, _numbers(chart, at), colour=sheet.theme.muted)
    _paint_axis(sheet, QRectF(lines.left(), lines.top() + len(chart.rows) * pitch, lines.width(), AXIS))


def _paint_row(sheet: Sheet, line: QRectF, chart: Strokes, at: int) -> None:
    row, theme, middle = chart.rows[at], sheet.theme, line.center().y()
    sheet.painter.setPen(QPen(theme.control, 1))
    drawn = sheet.placed(line)
    sheet.painter.drawLine(QLineF(drawn.left(), middle, drawn.right(), middle))
    high = min(LENGTH, line.height() / 2 - 2)
    _paint_strokes(sheet, line, row.above_at, -high, hue_of(chart.look, theme))
    _finish(sheet, QRectF(line.left(), middle - high, line.width(), high), at, 0)
    if chart.below:
        _paint_strokes(sheet, line, row.below_at, high, theme.text)
        _finish(sheet, QRectF(line.left(), middle, line.width(), high), at, 1)


def _paint_strokes(sheet: Sheet, line: QRectF, places: Sequence[float], length: float, colour: QColor) -> None:
    """Draw strokes up where ``length`` is negative, else dashed ones down."""
    pen = QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if length > 0:
        pen.setDashPattern(DASHES)
    sheet.painter.setPen(pen)
    middle = line.center().y()
    ends = [sheet.placed(QRectF(line.left() + place * line.width(), middle, 0, 0)).left() for place in places]
    sheet.painter.drawLines([QLineF(x, middle, x, middle + length) for x in ends])


def _paint_legend(sheet: Sheet, room: QRectF, chart: Strokes) -> None:
    left = room.left()
    above = _("{label}, above the line").format(label=chart.above)
    below = _("{word}, below").format(word=chart.below) if chart.below else ""
    for name, length, colour in ((above, -12.0, hue_of(chart.look, sheet.theme)), (below, 12.0, sheet.theme.text)):
        if name:
            key = QRectF(left + 2, room.top() + (9 - length / 2), 1, 0)
            _paint_strokes(sheet, QRectF(key.left(), key.top(), 1, 0), [0.0], length, colour)
            width = min(sheet.width(name) + 2, room.right() - left - 10)
            sheet.words(QRectF(left + 10, room.top(), width, 18), name)
            left += width + 28


def _paint_axis(sheet: Sheet, room: QRectF) -> None:
    words = (_("start"), _("half of the article"), _("end"))
    widths = [sheet.width(word) + 2 for word in words]
    lefts = (room.left(), room.center().x() - widths[1] / 2, room.right() - widths[2])
    for at, (word, width, left) in enumerate(zip(words, widths, lefts, strict=True)):
        if at != 1 or room.width() > sum(widths) + 20:
            sheet.words(QRectF(left, room.top() + 2, width, 18), word, colour=sheet.theme.muted)


def _numbers(chart: Strokes, at: int) -> str:
    row = chart.rows[at]
    return f"{row.above.shown} · {row.below.shown}" if chart.below else row.above.shown


def _finish(sheet: Sheet, rect: QRectF, row: int, column: int) -> None:
    sheet.spot(rect, row, column)
    if sheet.at == (row, column):
        sheet.ring(rect)
