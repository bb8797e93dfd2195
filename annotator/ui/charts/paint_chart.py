"""The one function that draws a chart, wherever it is drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from annotator.corpus.charts.chart import Bars, Chart, HeatMap, Lines, SplitBars, Strokes, marks_of
from annotator.ui.charts.bars import paint_bars, paint_split_bars
from annotator.ui.charts.heat_map import paint_heat_map
from annotator.ui.charts.lines import paint_lines
from annotator.ui.charts.sheet import Sheet, Spot, paragraph_height, strong
from annotator.ui.charts.strokes import paint_strokes
from annotator.ui.theme.tokens import Theme

PADDING, TITLE, LINE, BELOW_HEAD, ABOVE_NOTE = 16, 20, 18, 12, 8


def paint_chart(
    painter: QPainter, rect: QRectF, chart: Chart, theme: Theme, at: tuple[int, int] | None = None
) -> list[Spot]:
    """Draw the chart with title, line and note into the rectangle; return where its marks stand.

    It is drawn in the painter's direction, without a ground. The mark in that row and column, ``at``, is framed.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sheet = Sheet(painter, theme, rect, [], at)
    room = _paint_head(sheet, rect.adjusted(PADDING, PADDING - 4, -PADDING, -PADDING), chart)
    if chart.head.nothing or not marks_of(chart):
        sheet.paragraph(room, chart.head.nothing)
    else:
        _paint_picture(sheet, room, chart)
    painter.restore()
    return sheet.spots


def _paint_head(sheet: Sheet, room: QRectF, chart: Chart) -> QRectF:
    """Draw title, line and note; return the room that is left between them."""
    head, width = chart.head, room.width()
    sheet.words(QRectF(room.left(), room.top(), width, TITLE), head.title, font=strong())
    top = room.top() + TITLE
    if head.line:
        sheet.words(QRectF(room.left(), top, width, LINE), head.line, colour=sheet.theme.muted)
        top += LINE
    note = paragraph_height(head.note, width)
    if note:
        sheet.paragraph(QRectF(room.left(), room.bottom() - note, width, note + 2), head.note)
        note += ABOVE_NOTE
    return QRectF(room.left(), top + BELOW_HEAD, width, room.bottom() - note - top - BELOW_HEAD)


def _paint_picture(sheet: Sheet, room: QRectF, chart: Chart) -> None:
    match chart:
        case Bars():
            paint_bars(sheet, room, chart)
        case SplitBars():
            paint_split_bars(sheet, room, chart)
        case Lines():
            paint_lines(sheet, room, chart)
        case HeatMap():
            paint_heat_map(sheet, room, chart)
        case Strokes():
            paint_strokes(sheet, room, chart)
