"""Heat maps: cells in five strengths of the accent, each with its number."""

from __future__ import annotations

from math import ceil, cos, radians

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF

from annotator.corpus.charts.chart import HeatMap, Mark
from annotator.translation.messages import _
from annotator.ui.charts.sheet import SMALL, Sheet, width_of
from annotator.ui.theme.colour import contrast, over
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.mirroring import LEFTWARDS
from annotator.ui.theme.tokens import Theme

STRENGTHS = (0.04, 0.18, 0.36, 0.62, 1.0)
NAMES, GAP, HIGHEST, WIDEST = 0.26, 10, 40, 64
SLOPE, LONGEST = 45.0, 92
SCALE, KEY = 26, 18
RADIUS = 3


def step_of(number: float, most: float) -> int:
    """Return the strength of a number, 0 for the weakest to 4, beside the largest one."""
    return max(ceil(len(STRENGTHS) * number / most) - 1, 0) if most else 0


def ground_of(step: int, theme: Theme) -> QColor:
    """Return the ground of a cell of that strength."""
    return over(theme.accent, STRENGTHS[step], theme.base)


def ink_of(step: int, theme: Theme) -> QColor:
    """Return the colour of the number in a cell: the one that is read best there."""
    ground = ground_of(step, theme)
    return max((theme.text, theme.accent_text, theme.base), key=lambda ink: contrast(ink, ground))


def paint_heat_map(sheet: Sheet, room: QRectF, chart: HeatMap) -> None:
    """Draw the names of columns and rows, the cells, and below them the scale."""
    names = min(max((width_of(name) for name in chart.rows), default=0.0) + 2, room.width() * NAMES) + GAP
    across = max((width_of(name) for name in chart.columns), default=0.0)
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
    metrics = QFontMetricsF(chrome_font(SMALL))
    for column, name in enumerate(names):
        cell = QRectF(grid.left() + column * width, grid.top() - 20, width, 18)
        if slope:
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, LONGEST)
            _paint_slope(sheet, sheet.placed(cell), shown)
        else:
            sheet.centred(cell, name, colour=sheet.theme.text)


def _paint_slope(sheet: Sheet, cell: QRectF, name: str) -> None:
    """Draw a name upwards from the middle of its column, in the direction in which lines run."""
    painter, leftwards = sheet.painter, sheet.painter.layoutDirection() == LEFTWARDS
    painter.save()
    painter.setFont(chrome_font(SMALL))
    painter.setPen(sheet.theme.text)
    painter.translate(QPointF(cell.center().x(), cell.bottom()))
    painter.rotate(SLOPE if leftwards else -SLOPE)
    start = -width_of(name) if leftwards else 0.0
    painter.drawText(QPointF(start, 0), name)
    painter.restore()


def _paint_cells(sheet: Sheet, grid: QRectF, chart: HeatMap, width: float, height: float) -> None:
    most = max((mark.number for cells in chart.cells for mark in cells), default=0.0)
    grounds = [ground_of(step, sheet.theme) for step in range(len(STRENGTHS))]
    inks = [ink_of(step, sheet.theme) for step in range(len(STRENGTHS))]
    font = chrome_font(SMALL if width > 26 and height > 18 else -3)
    for row, cells in enumerate(chart.cells):
        for column, mark in enumerate(cells):
            cell = QRectF(grid.left() + column * width, grid.top() + row * height, width - 1, height - 1)
            step = step_of(mark.number, most)
            sheet.painter.setPen(Qt.PenStyle.NoPen)
            sheet.painter.setBrush(grounds[step])
            sheet.painter.drawRoundedRect(sheet.placed(cell), RADIUS, RADIUS)
            sheet.centred(cell, mark.shown, colour=inks[step], font=font)
            sheet.spot(cell, row, column)
    _paint_chosen(sheet, grid, chart.cells, width, height)


def _paint_chosen(sheet: Sheet, grid: QRectF, cells: tuple[tuple[Mark, ...], ...], width: float, height: float) -> None:
    if sheet.at and sheet.at[0] < len(cells) and sheet.at[1] < len(cells[sheet.at[0]]):
        row, column = sheet.at
        cell = QRectF(grid.left() + column * width, grid.top() + row * height, width - 1, height - 1)
        sheet.ring(cell)


def _paint_scale(sheet: Sheet, room: QRectF) -> None:
    # Translators: ends of a scale of five shades in a chart, from few annotations to many.
    fewer, more = _("fewer"), _("more")
    left, middle = room.left(), room.center().y()
    sheet.words(QRectF(left, room.top(), width_of(fewer) + 2, room.height()), fewer, colour=sheet.theme.muted)
    left += width_of(fewer) + 8
    for step in range(len(STRENGTHS)):
        key = QRectF(left, middle - 6, KEY, 12)
        sheet.painter.setPen(Qt.PenStyle.NoPen)
        sheet.painter.setBrush(ground_of(step, sheet.theme))
        sheet.painter.drawRoundedRect(sheet.placed(key), RADIUS, RADIUS)
        left += KEY + 2
    sheet.words(QRectF(left + 6, room.top(), width_of(more) + 2, room.height()), more, colour=sheet.theme.muted)
