"""Lines over days. Time runs from left to right in every language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLineF, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from annotator.corpus.charts.chart import Lines, Series, Stroke
from annotator.translation.messages import _, number
from annotator.ui.charts.sheet import SMALL, Sheet, Spot, strong
from annotator.ui.theme.colour import over
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.tokens import Theme

AXIS, DAYS, APART, DOT = 44, 22, 17, 4
SHADE, GRID = 0.08, 0.16
"""Opacity of the text's colour in shades and in lines of the axis, in every theme."""
TICKS = (0, 25, 50, 75, 100)
PLAIN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
AT_LEFT, AT_RIGHT = PLAIN | Qt.AlignmentFlag.AlignLeft, PLAIN | Qt.AlignmentFlag.AlignRight


def paint_lines(sheet: Sheet, room: QRectF, chart: Lines) -> None:
    """Draw axes, shaded days and the lines, each named at its end."""
    direction = sheet.painter.layoutDirection()
    sheet.painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    ends = max((sheet.width(one.name) + sheet.width(_end(one), strong()) for one in chart.series), default=0.0) + 18
    plot = room.adjusted(AXIS, 8, -ends, -DAYS)
    step = plot.width() / max(len(chart.days) - 1, 1)
    _paint_shades(sheet, plot, chart.shaded, step)
    _paint_axis(sheet, plot)
    _paint_days(sheet, plot, chart.days, step)
    for at, one in enumerate(chart.series):
        _paint_series(sheet, plot, one, at, step)
    _paint_ends(sheet, plot, chart.series, ends)
    sheet.painter.setLayoutDirection(direction)


def pen_of(stroke: Stroke, theme: Theme) -> QPen:
    """Return the pen of a line: its colour, width and dashes."""
    match stroke:
        case Stroke.SOLID:
            return QPen(theme.read, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        case Stroke.DASHED:
            pen = QPen(theme.text, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3, 1.5])
            return pen
        case Stroke.DOTTED:
            pen = QPen(theme.success, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1, 1.2])
            return pen
        case Stroke.LONG:
            pen = QPen(theme.accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([8, 2])
            return pen
        case Stroke.MIXED:
            pen = QPen(theme.muted, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([4, 1.5, 1, 1.5])
            return pen


def _height(plot: QRectF, number: float) -> float:
    return plot.bottom() - plot.height() * number / 100


def _points(plot: QRectF, series: Series, step: float) -> list[QPointF]:
    return [QPointF(plot.left() + at * step, _height(plot, mark.number)) for at, mark in enumerate(series.marks)]


def _paint_shades(sheet: Sheet, plot: QRectF, days: Sequence[int], step: float) -> None:
    colour = over(sheet.theme.text, SHADE, sheet.theme.base)
    for day in days:
        left = max(plot.left() + (day - 0.5) * step, plot.left())
        right = min(plot.left() + (day + 0.5) * step, plot.right())
        sheet.painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), colour)


def _paint_axis(sheet: Sheet, plot: QRectF) -> None:
    for tick in TICKS:
        y = _height(plot, tick)
        sheet.painter.setPen(QPen(over(sheet.theme.text, GRID, sheet.theme.base), 1))
        sheet.painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        words = _("{number} %").format(number=number(tick)) if tick == TICKS[-1] else number(tick)
        _plain(sheet, QRectF(plot.left() - AXIS, y - 9, AXIS - 8, 18), words, sheet.theme.muted, AT_RIGHT)


def _paint_days(sheet: Sheet, plot: QRectF, days: Sequence[date], step: float) -> None:
    """Name the first and the last day, and as many between as have room."""
    if not days:
        return
    names = [_day(day) for day in days]
    widest = max(sheet.width(names[0]), sheet.width(names[-1])) + 16
    every = max(round(len(days) / max(plot.width() // widest, 1)), 1)
    shown = [at for at in range(0, len(days) - 1, every) if (len(days) - 1 - at) * step >= widest]
    for at in [*shown, len(days) - 1]:
        middle = plot.left() + at * step
        label = QRectF(middle - widest / 2, plot.bottom() + 4, widest, 18)
        sheet.centred(label, names[at], colour=sheet.theme.muted)


def _paint_series(sheet: Sheet, plot: QRectF, series: Series, row: int, step: float) -> None:
    points = _points(plot, series, step)
    if series.stroke is Stroke.SOLID:
        _paint_below(sheet, plot, points)
    sheet.painter.setPen(pen_of(series.stroke, sheet.theme))
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    sheet.painter.drawPolyline(QPolygonF(points))
    for column, point in enumerate(points):
        wide = max(step, 4)
        sheet.spots.append(Spot(QRectF(point.x() - wide / 2, point.y() - 7, wide, 14), row, column))
        if sheet.at == (row, column):
            _paint_point(sheet, point)


def _paint_below(sheet: Sheet, plot: QRectF, points: list[QPointF]) -> None:
    colour = QColor(sheet.theme.read)
    colour.setAlphaF(0.12)
    sheet.painter.setPen(Qt.PenStyle.NoPen)
    sheet.painter.setBrush(colour)
    ends = [QPointF(points[-1].x(), plot.bottom()), QPointF(points[0].x(), plot.bottom())]
    sheet.painter.drawPolygon(QPolygonF([*points, *ends]))


def _paint_point(sheet: Sheet, point: QPointF) -> None:
    sheet.painter.save()
    sheet.painter.setPen(QPen(sheet.theme.text, 2))
    sheet.painter.setBrush(sheet.theme.base)
    sheet.painter.drawEllipse(point, DOT + 1, DOT + 1)
    sheet.painter.restore()


def _paint_ends(sheet: Sheet, plot: QRectF, series: Sequence[Series], room: float) -> None:
    """Name the lines at their ends, from the highest down, far enough from each other to be read."""
    lowest = plot.bottom() - APART * (len(series) - 1)
    top = plot.top() - APART
    for one in sorted(series, key=lambda one: -one.marks[-1].number):
        top = max(min(_height(plot, one.marks[-1].number), lowest), top + APART)
        lowest += APART
        name = QRectF(plot.right() + 8, top - 9, sheet.width(one.name) + 1, 18)
        _plain(sheet, name, one.name, sheet.theme.text, AT_LEFT)
        sheet.painter.setFont(strong())
        beside = QRectF(name.right() + 4, top - 9, room - name.width() - 12, 18)
        sheet.painter.drawText(beside, AT_LEFT, _end(one))


def _end(series: Series) -> str:
    return series.marks[-1].shown if series.marks else ""


def _plain(sheet: Sheet, rect: QRectF, words: str, colour: QColor, flags: int) -> None:
    sheet.painter.setFont(chrome_font(SMALL))
    sheet.painter.setPen(colour)
    sheet.painter.drawText(rect, flags, words)


def _day(day: date) -> str:
    # Translators: pattern of a day on the axis of a chart: d is the day, MMM the month’s short name.
    return QLocale().toString(QDate(day.year, day.month, day.day), _("d MMM"))
