"""Heat maps: cells in five strengths of the accent, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, cos, radians

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QStaticText, QTransform

from annotator.corpus.charts.chart import HeatMap, Mark
from annotator.language.plain_line import reads_leftwards
from annotator.translation.messages import _
from annotator.ui.charts.sheet import SMALL, Sheet, Spot
from annotator.ui.theme.colour import contrast, over
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.mirroring import LEFTWARDS
from annotator.ui.theme.tokens import Theme

STRENGTHS = (0.04, 0.18, 0.36, 0.62, 1.0)
NAMES, GAP, HIGHEST, WIDEST = 0.26, 10, 40, 64
SLOPE, LONGEST = 45.0, 92
SCALE, KEY = 26, 18
RADIUS, LEAST_ROUNDED = 3, 18
"""Radius of cells; the least height of one that is rounded, as many small ones are drawn in a quarter of the time."""


def step_of(number: float, most: float) -> int:
    """Return the strength of a number, 0 for the weakest to 4, beside the largest one."""
    return ceil(len(STRENGTHS) * number / most) - 1 if number > 0 else 0


def ground_of(step: int, theme: Theme) -> QColor:
    """Return the ground of a cell of that strength."""
    return over(theme.accent, STRENGTHS[step], theme.base)


def ink_of(step: int, theme: Theme) -> QColor:
    """Return the colour of the number in a cell: the one that is read best there."""
    ground = ground_of(step, theme)
    return max((theme.text, theme.accent_text, theme.base), key=lambda ink: contrast(ink, ground))


def paint_heat_map(sheet: Sheet, room: QRectF, chart: HeatMap) -> None:
    """Draw the names of columns and rows, the cells, and below them the scale."""
    names = min(max((sheet.width(name) for name in chart.rows), default=0.0) + 2, room.width() * NAMES) + GAP
    across = max((sheet.width(name) for name in chart.columns), default=0.0)
    columns, rows = max(len(chart.columns), 1), max(len(chart.rows), 1)
    tall = room.height() - SCALE
    width = min((room.width() - names) / columns, WIDEST)
    slope = across + 6 > width
    above = min(across, LONGEST) * cos(radians(SLOPE)) + 10 if slope else 20
    if slope:
        width = min((room.width() - names - above * 0.6) / columns, WIDEST)
    height = min((tall - above) / rows, HIGHEST)
    grid = QRectF(room.left() + names, room.top() + above, columns * width, rows * height)
    _paint_columns(sheet, grid, chart.columns, width, slope=slope)
    for row, name in enumerate(chart.rows):
        line = QRectF(room.left(), grid.top() + row * height, names - GAP + 2, height)
        sheet.words(line, name)
    _paint_cells(sheet, grid, chart, width, height)
    _paint_scale(sheet, QRectF(grid.left(), grid.bottom() + 6, room.right() - grid.left(), SCALE - 6))


def _paint_columns(sheet: Sheet, grid: QRectF, names: tuple[str, ...], width: float, *, slope: bool) -> None:
    metrics = sheet.metrics
    for column, name in enumerate(names):
        cell = QRectF(grid.left() + column * width, grid.top() - 20, width, 18)
        if slope:
            fits = metrics.horizontalAdvance(name) <= LONGEST
            shown = name if fits else metrics.elidedText(name, Qt.TextElideMode.ElideRight, LONGEST)
            _paint_slope(sheet, sheet.placed(cell), shown)
        else:
            sheet.centred(cell, name, colour=sheet.theme.text)


def _paint_slope(sheet: Sheet, cell: QRectF, name: str) -> None:
    """Draw a name upwards from the middle of its column, in the direction in which lines run."""
    painter, leftwards = sheet.painter, sheet.painter.layoutDirection() == LEFTWARDS
    painter.save()
    painter.setFont(sheet.font)
    painter.setPen(sheet.theme.text)
    painter.translate(QPointF(cell.center().x(), cell.bottom()))
    painter.rotate(SLOPE if leftwards else -SLOPE)
    start = -sheet.width(name) if leftwards else 0.0
    painter.setLayoutDirection(LEFTWARDS if leftwards and reads_leftwards(name) else Qt.LayoutDirection.LeftToRight)
    painter.drawText(QPointF(start, 0), name)
    painter.restore()


def _paint_cells(sheet: Sheet, grid: QRectF, chart: HeatMap, width: float, height: float) -> None:
    """Draw the cells of each strength together, first the grounds and then the numbers: there may be hundreds."""
    most = max((mark.number for cells in chart.cells for mark in cells), default=0.0)
    of_step: list[list[tuple[QRectF, float, float, str]]] = [[] for _step in STRENGTHS]
    columns = [
        sheet.placed(QRectF(grid.left() + at * width, 0, width - 1, 1)).left() for at in range(len(chart.columns))
    ]
    wide, tall, add = width - 1, height - 1, sheet.spots.append
    for row, cells in enumerate(chart.cells):
        top = grid.top() + row * height
        for column, mark in enumerate(cells):
            left = columns[column]
            cell = QRectF(left, top, wide, tall)
            add(Spot(cell, row, column))
            of_step[step_of(mark.number, most)].append((cell, left + wide / 2, top + tall / 2, mark.shown))
    font = chrome_font(SMALL if width > 26 and height > 18 else -3)
    sheet.painter.setFont(font)
    for step, some in enumerate(of_step):
        _paint_strength(sheet, step, some, font.pixelSize())
    _paint_chosen(sheet, grid, chart.cells, width, height)


def _paint_strength(sheet: Sheet, step: int, some: Sequence[tuple[QRectF, float, float, str]], pixels: int) -> None:
    """Draw the cells of one strength, and the numbers around their middles, at whole pixels: in half the time."""
    painter = sheet.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground_of(step, sheet.theme))
    if some and some[0][0].height() < LEAST_ROUNDED:
        painter.drawRects([rect for rect, _x, _y, _number in some])
    else:
        for rect, _x, _y, _number in some:
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
    painter.setPen(ink_of(step, sheet.theme))
    for _rect, x, y, number in some:
        text, half_width, half_height = _laid_out(number, pixels)
        painter.drawStaticText(round(x - half_width), round(y - half_height), text)


@lru_cache(maxsize=4096)
def _laid_out(number: str, pixels: int) -> tuple[QStaticText, float, float]:
    """Return the number laid out in the window's font, with half its size; it is drawn in half the time."""
    text, font = QStaticText(number), chrome_font()
    font.setPixelSize(pixels)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(QTransform(), font)
    return text, text.size().width() / 2, text.size().height() / 2


def _paint_chosen(sheet: Sheet, grid: QRectF, cells: tuple[tuple[Mark, ...], ...], width: float, height: float) -> None:
    if sheet.at and sheet.at[0] < len(cells) and sheet.at[1] < len(cells[sheet.at[0]]):
        row, column = sheet.at
        cell = QRectF(grid.left() + column * width, grid.top() + row * height, width - 1, height - 1)
        sheet.ring(cell)


def _paint_scale(sheet: Sheet, room: QRectF) -> None:
    # Translators: ends of a scale of five shades in a chart, from few annotations to many.
    fewer, more = _("fewer"), _("more")
    left, middle = room.left(), room.center().y()
    sheet.words(QRectF(left, room.top(), sheet.width(fewer) + 2, room.height()), fewer, colour=sheet.theme.muted)
    left += sheet.width(fewer) + 8
    for step in range(len(STRENGTHS)):
        key = QRectF(left, middle - 6, KEY, 12)
        sheet.painter.setPen(Qt.PenStyle.NoPen)
        sheet.painter.setBrush(ground_of(step, sheet.theme))
        sheet.painter.drawRoundedRect(sheet.placed(key), RADIUS, RADIUS)
        left += KEY + 2
    sheet.words(QRectF(left + 6, room.top(), sheet.width(more) + 2, room.height()), more, colour=sheet.theme.muted)
