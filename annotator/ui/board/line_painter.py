"""Painting of the lines of the board: rows by their columns, and headings of groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from annotator.session.board.board import Board
from annotator.session.board.groups import Group
from annotator.ui.board.column_painter import BADGE_LEFT, BESIDE, GAP, GLYPH, Cell, ColumnPainter, PaintedRow
from annotator.ui.board.group_words import group_count, group_name, group_title
from annotator.ui.theme.fonts import chrome_font, header_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import onwards, placed
from annotator.ui.theme.paint import STATUS_GLYPH, paint_status
from annotator.ui.widgets.words.line_of_text import paint_line

RIGHT, CHEVRON = 14, 14


class PaintedLine(NamedTuple):
    """A line of the board and the rectangle that it takes."""

    line: int
    whole: QRectF
    selected: bool


class LinePainter:
    """Painter of the lines of ``board``."""

    def __init__(self, board: Board, look: Look) -> None:
        self._board, self._look = board, look
        self._columns = ColumnPainter(board, look)
        self._font, self._small, self._head = chrome_font(), small_font(), header_font()
        self._metrics, self._small_metrics = QFontMetricsF(self._font), QFontMetricsF(self._small)
        self._head_metrics = QFontMetricsF(self._head)

    def paint(self, painter: QPainter, lines: Sequence[PaintedLine], cells: Sequence[Cell], now: str) -> None:
        """Draw lines over their grounds; ages are told by the time ``now``, in UTC."""
        theme, arrangement, rows = self._look.theme, self._board.arrangement, list[PaintedRow]()
        for line, whole, selected in lines:
            group = arrangement.group(line)
            below = QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1)
            painter.fillRect(below, theme.control if group else theme.border)
            if group:
                self._paint_heading(painter, whole, group)
            else:
                rows.append(PaintedRow(arrangement.row(line), whole.top(), selected))
        for cell in cells:
            self._columns.paint(painter, rows, cell, now)
            if cell.is_first:
                self._columns.paint_badges(painter, rows, cell)

    # headings

    def _paint_heading(self, painter: QPainter, rect: QRectF, group: Group) -> None:
        theme, board = self._look.theme, self._board
        chevron = QRectF(rect.left() + BADGE_LEFT, rect.center().y() - CHEVRON / 2, CHEVRON, CHEVRON)
        picture = onwards(painter) if group.key in board.arrangement.closed else "chevron-down"
        paint_icon(painter, placed(painter, chevron, rect), picture, theme.muted, CHEVRON)
        room = self._paint_status(painter, rect, rect.adjusted(BADGE_LEFT + CHEVRON + BESIDE, 0, -RIGHT, 0), group)
        room = self._paint_count(painter, rect, room, group_count(board, group))
        room = self._paint_part(painter, rect, room, group_name(board, group), self._head, theme.text)
        if room.width() > GLYPH:
            self._paint_part(painter, rect, room, group_title(board, group), self._font, theme.muted)

    def _paint_count(self, painter: QPainter, rect: QRectF, room: QRectF, count: str) -> QRectF:
        """Paint the numbers at the end of a heading; return the room that is left."""
        width = self._small_metrics.horizontalAdvance(count) + 1
        painter.setFont(self._small)
        painter.setPen(self._look.theme.muted)
        end = QRectF(room.right() - width, room.top(), width, room.height())
        paint_line(painter, placed(painter, end, rect), count, self._small_metrics)
        return room.adjusted(0, 0, -width - GAP, 0)

    def _paint_part(
        self, painter: QPainter, rect: QRectF, room: QRectF, words: str, font: QFont, ink: QColor
    ) -> QRectF:
        """Paint words at the beginning of the room; return the room behind them."""
        metrics = self._head_metrics if font is self._head else self._metrics
        width = min(metrics.horizontalAdvance(words) + 1, room.width())
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(room.left(), room.top(), width, room.height())
        paint_line(painter, placed(painter, box, rect), words, metrics, leading=True)
        return room.adjusted(width + 10, 0, 0, 0)

    def _paint_status(self, painter: QPainter, rect: QRectF, room: QRectF, group: Group) -> QRectF:
        """Paint the status of a group's article; return the room beside it."""
        if group.document < 0:
            return room
        status = self._board.table.documents[group.document].about.status
        box = QRectF(room.left() + 2, room.center().y() - STATUS_GLYPH / 2, STATUS_GLYPH, STATUS_GLYPH)
        paint_status(painter, placed(painter, box, rect), status, self._look.theme)
        return room.adjusted(STATUS_GLYPH + 10, 0, 0, 0)
