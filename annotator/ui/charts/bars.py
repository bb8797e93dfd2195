"""Bars, and bars in parts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from annotator.corpus.charts.chart import Bar, Bars, SplitBars, SplitRow
from annotator.ui.charts.fills import PARTS, paint_fill
from annotator.ui.charts.looks import hue_of, is_patterned, paint_bar, sign_colour, sign_of
from annotator.ui.charts.sheet import Sheet
from annotator.ui.theme.fonts import MEDIUM, chrome_font

GAP, SIGN, WHOLE, BELOW_WHOLE = 10, 20, 30, 18
PITCH, HIGHEST, THIN = 44, 26, 16
NAMES = 0.36
"""Share of the width that the names take at most."""
BETWEEN = 2
"""Pixels between the parts of a bar of the whole."""


def paint_bars(sheet: Sheet, room: QRectF, chart: Bars) -> None:
    """Draw the bars, under one bar of all where they are parts of a whole."""
    if chart.whole:
        _paint_whole(sheet, QRectF(room.left(), room.top(), room.width(), WHOLE), chart)
        room = room.adjusted(0, WHOLE + BELOW_WHOLE, 0, 0)
    pitch = min(PITCH, room.height() / max(len(chart.rows), 1))
    signs = SIGN if any(sign_of(row.look) for row in chart.rows) else 0
    names = min(max((sheet.width(row.name) for row in chart.rows), default=0.0) + 2, room.width() * NAMES)
    numbers = max((sheet.width(_number(row)) for row in chart.rows), default=0.0) + GAP
    before = signs + names + GAP
    longest = max(room.width() - before - numbers, 8)
    most = max((row.mark.number for row in chart.rows), default=0.0)
    height = min(pitch - 6, THIN if chart.whole else HIGHEST)
    for at, row in enumerate(chart.rows):
        line = QRectF(room.left(), room.top() + at * pitch, room.width(), pitch)
        length = max(longest * row.mark.number / most, 2) if most else 0
        bar = QRectF(line.left() + before, line.center().y() - height / 2, length, height)
        _paint_row(sheet, line, bar, row, signs)
        _finish(sheet, bar if length else QRectF(bar.left(), bar.top(), 2, height), at, 0)


def _paint_row(sheet: Sheet, line: QRectF, bar: QRectF, row: Bar, signs: float) -> None:
    if signs:
        sign = QRectF(line.left(), line.top(), 14, line.height())
        sheet.centred(sign, sign_of(row.look), colour=sign_colour(row.look, sheet.theme))
    name = QRectF(line.left() + signs, line.top(), bar.left() - line.left() - signs - GAP + 2, line.height())
    sheet.words(name, row.name)
    if bar.width():
        paint_bar(sheet.painter, sheet.placed(bar), row.look, sheet.theme)
    number = sheet.width(row.mark.shown) + 1
    after = QRectF(bar.right() + GAP - 2, line.top(), number, line.height())
    sheet.words(after, row.mark.shown)
    if row.share:
        share = QRectF(after.right() + 4, line.top(), sheet.width(row.share) + 2, line.height())
        sheet.words(share, row.share, colour=sheet.theme.muted)


def _paint_whole(sheet: Sheet, rect: QRectF, chart: Bars) -> None:
    """Draw one bar of all, with the sign of each part that has room for it."""
    total = sum(row.mark.number for row in chart.rows)
    shown = [row for row in chart.rows if row.mark.number]
    width, left = rect.width() - BETWEEN * (len(shown) - 1), rect.left()
    for row in shown:
        part = QRectF(left, rect.top(), max(width * row.mark.number / total, 1), rect.height())
        ink = paint_bar(sheet.painter, sheet.placed(part), row.look, sheet.theme)
        _paint_sign(sheet, part, row, ink)
        left = part.right() + BETWEEN


def _paint_sign(sheet: Sheet, part: QRectF, row: Bar, ink: QColor) -> None:
    """Draw the sign of a part in its middle, on a plain ground where the part has a pattern."""
    sign = sign_of(row.look)
    ground = QRectF(0, 0, sheet.width(sign) + 8, 18)
    ground.moveCenter(part.center())
    if part.width() < ground.width() + 2:
        return
    if is_patterned(row.look, sheet.theme):
        sheet.painter.setPen(Qt.PenStyle.NoPen)
        sheet.painter.setBrush(sheet.theme.base)
        sheet.painter.drawRoundedRect(sheet.placed(ground), 4, 4)
    sheet.centred(part, sign, colour=ink, font=chrome_font(-1, MEDIUM))


def paint_split_bars(sheet: Sheet, room: QRectF, chart: SplitBars) -> None:
    """Draw the legend of the fills, and below it the bars."""
    bottom = _paint_legend(sheet, room, chart)
    room = QRectF(room.left(), bottom + 10, room.width(), room.bottom() - bottom - 10)
    pitch = min(PITCH - 8, room.height() / max(len(chart.rows), 1))
    names = min(max((sheet.width(row.name) for row in chart.rows), default=0.0) + 2, room.width() * NAMES)
    numbers = max((sheet.width(row.shown) for row in chart.rows), default=0.0) + GAP
    longest = max(room.width() - names - GAP - numbers, 8)
    most = max((sum(mark.number for mark in row.parts) for row in chart.rows), default=0.0)
    for at, row in enumerate(chart.rows):
        line = QRectF(room.left(), room.top() + at * pitch, room.width(), pitch)
        sheet.words(QRectF(line.left(), line.top(), names, pitch), row.name)
        bar = QRectF(line.left() + names + GAP, line.top() + 3, longest, min(pitch - 6, HIGHEST - 4))
        bar.moveTop(line.center().y() - bar.height() / 2)
        end = _paint_parts(sheet, bar, chart, at, longest / most if most else 0)
        sheet.words(QRectF(end + GAP - 2, line.top(), numbers, pitch), row.shown)


def _paint_parts(sheet: Sheet, bar: QRectF, chart: SplitBars, at: int, scale: float) -> float:
    """Draw the parts of a bar; return where it ends."""
    row: SplitRow = chart.rows[at]
    left, hue = bar.left(), hue_of(chart.look, sheet.theme)
    for column, mark in enumerate(row.parts):
        part = QRectF(left, bar.top(), mark.number * scale, bar.height())
        if mark.number:
            paint_fill(sheet.painter, sheet.placed(part), PARTS[column % len(PARTS)], hue, sheet.theme.base)
        left = part.right()
        _finish(sheet, part if part.width() >= 2 else QRectF(part.left() - 1, bar.top(), 2, bar.height()), at, column)
    return left


def _paint_legend(sheet: Sheet, room: QRectF, chart: SplitBars) -> float:
    """Draw the fills with their names, in as many lines as they need; return where they end."""
    left, top, hue = room.left(), room.top(), hue_of(chart.look, sheet.theme)
    for at, name in enumerate(chart.parts):
        width = 14 + 6 + sheet.width(name) + 2
        if left > room.left() and left + width > room.right():
            left, top = room.left(), top + 20
        box = QRectF(left, top + 3, 14, 12)
        paint_fill(sheet.painter, sheet.placed(box), PARTS[at % len(PARTS)], hue, sheet.theme.base)
        sheet.words(QRectF(left + 20, top, width - 20, 18), name)
        left += width + 18
    return top + 20


def _finish(sheet: Sheet, rect: QRectF, row: int, column: int) -> None:
    """Note where a mark stands, and frame the chosen one."""
    sheet.spot(rect, row, column)
    if sheet.at == (row, column):
        sheet.ring(rect)


def _number(row: Bar) -> str:
    return f"{row.mark.shown} {row.share}"
