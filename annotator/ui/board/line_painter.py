"""Painting of the lines of the board: badge, words, verdicts and states with their glyphs, and headings of groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.facts.desk.which_facts import VERDICT
from annotator.facts.figures.claims import ATTRIBUTED_TO
from annotator.session.board.board import Board
from annotator.session.board.cells import cell_words
from annotator.session.board.sorting import Group
from annotator.translation.messages import _
from annotator.ui.board.group_words import group_count, group_name, group_title
from annotator.ui.theme.fonts import chrome_font, header_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEFTWARDS, onwards, placed
from annotator.ui.theme.paint import LIST_BADGE, STATUS_GLYPH, paint_badge, paint_status
from annotator.ui.theme.state_glyphs import state_sign
from annotator.ui.theme.verdict_glyphs import verdict_glyph
from annotator.ui.widgets.words.line_of_text import TO_THE_LEFT, TO_THE_RIGHT, paint_line

ROW_HEIGHT, BADGE_LEFT, TEXT_LEFT, GAP, RIGHT, GLYPH, BESIDE, CHEVRON = 31, 14, 48, 16, 14, 14, 6, 14
AT_THE_END = (ColumnKind.NUMBER, ColumnKind.EVIDENCE, ColumnKind.QUERIES)
"""Kinds of columns whose cells stand at the side where lines end, as numbers do."""
QUIET = (*AT_THE_END, ColumnKind.CREATED, ColumnKind.MODIFIED)
"""Kinds of columns that are drawn muted."""
OPEN_VERDICT = "–"
MOST_KEPT = 5000
"""Texts of cells that are kept as they were cut off."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of a line: where it begins, in pixels, and how wide it is."""

    column: BoardColumn
    left: float
    width: float
    is_first: bool = False


class LinePainter:
    """Painter of the lines of ``board``; words that were cut off once are kept."""

    def __init__(self, board: Board, look: Look) -> None:
        self._board, self._look = board, look
        self._font, self._small, self._head = chrome_font(), small_font(), header_font()
        self._metrics, self._small_metrics = QFontMetricsF(self._font), QFontMetricsF(self._small)
        self._head_metrics = QFontMetricsF(self._head)
        self._cut: dict[tuple[str, int], str] = {}

    def paint(
        self, painter: QPainter, whole: QRectF, line: int, cells: Sequence[Cell], now: str, *, selected: bool
    ) -> None:
        """Draw a line within ``whole``, over its ground; ages are told by the time ``now``, in UTC."""
        theme, arrangement = self._look.theme, self._board.arrangement
        if group := arrangement.group(line):
            painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), theme.control)
            self._paint_heading(painter, whole, group)
            return
        painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), theme.border)
        row = arrangement.row(line)
        for cell in cells:
            self._paint_cell(painter, QRectF(cell.left, whole.top(), cell.width, whole.height()), row, cell, now)
            if cell.is_first:
                rect = QRectF(cell.left, whole.top(), cell.width, whole.height())
                self._paint_badge(painter, rect, selected=selected)

    def _paint_cell(self, painter: QPainter, rect: QRectF, row: int, cell: Cell, now: str) -> None:
        column = cell.column
        room = rect.adjusted(TEXT_LEFT if cell.is_first else 0, 0, -GAP, -1)
        words = cell_words(self._board.table, column, row, now)
        room, ink = self._paint_sign(painter, rect, room, column, row)
        if words and column.kind is ColumnKind.RELATION:
            room = self._paint_end(painter, rect, room, column)
        if words or (words := self._empty(column)):
            self._paint_words(painter, rect, room, words, ink, at_end=column.kind in AT_THE_END)

    def _paint_words(
        self, painter: QPainter, rect: QRectF, room: QRectF, words: str, ink: QColor, *, at_end: bool
    ) -> None:
        painter.setFont(self._font)
        painter.setPen(ink)
        leftwards = painter.layoutDirection() == LEFTWARDS
        if not at_end and (leftwards or not words.isascii()):
            paint_line(painter, placed(painter, room, rect), words, self._metrics, leading=True)
        else:
            side = TO_THE_RIGHT if leftwards != at_end else TO_THE_LEFT
            painter.drawText(placed(painter, room, rect), side, self._cut_off(words, room.width()))

    def _cut_off(self, words: str, width: float) -> str:
        key = words, int(width)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > MOST_KEPT:
                self._cut.clear()
            found = self._cut[key] = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        return found

    def _paint_end(self, painter: QPainter, rect: QRectF, room: QRectF, column: BoardColumn) -> QRectF:
        """Paint the badge of the label at the other end of a relation; return the room beside it."""
        rule = self._board.scheme.relation(column.name) if self._board.scheme else None
        if rule is None:
            return room
        colours = self._colours(rule.source if column.inward else rule.target)
        badge = QRectF(room.left(), round(room.center().y() - LIST_BADGE / 2), LIST_BADGE, LIST_BADGE)
        paint_badge(painter, placed(painter, badge, rect), colours, colours.sign)
        return room.adjusted(LIST_BADGE + BESIDE, 0, 0, 0)

    def _colours(self, label: str) -> LabelColours:
        scheme = self._board.scheme
        return self._look.theme.label(scheme.label(label) if scheme else None, label)

    def _paint_badge(self, painter: QPainter, rect: QRectF, *, selected: bool) -> None:
        colours = self._colours(self._board.label)
        badge = QRectF(rect.left() + BADGE_LEFT, round(rect.center().y() - LIST_BADGE / 2), LIST_BADGE, LIST_BADGE)
        paint_badge(painter, placed(painter, badge, rect), colours, colours.sign, selected=selected)

    def _paint_sign(
        self, painter: QPainter, rect: QRectF, room: QRectF, column: BoardColumn, row: int
    ) -> tuple[QRectF, QColor]:
        """Paint the glyph of a verdict or the sign of a state; return the room and the colour of the words."""
        theme = self._look.theme
        if not column.has_cells and column.kind is not ColumnKind.STATE:
            return room, theme.muted if column.kind in QUIET else theme.text
        text = self._board.table.text(column, row)
        box = QRectF(room.left(), room.center().y() - GLYPH / 2, GLYPH, GLYPH)
        if column.kind is ColumnKind.STATE and (sign := state_sign(text)):
            painter.setFont(self._font)
            painter.setPen(theme.muted)
            painter.drawText(placed(painter, box, rect), Qt.AlignmentFlag.AlignCenter, sign)
            return room.adjusted(GLYPH + BESIDE, 0, 0, 0), theme.text
        if column.name == VERDICT and (glyph := verdict_glyph(text, theme)):
            paint_icon(painter, placed(painter, box, rect), *glyph, GLYPH)
            return room.adjusted(GLYPH + BESIDE, 0, 0, 0), glyph[1]
        return room, theme.text if text else theme.muted

    @staticmethod
    def _empty(column: BoardColumn) -> str:
        """Return what stands for an empty cell: who says what nobody is said to say, and what has not been judged."""
        if column.name == VERDICT:
            return OPEN_VERDICT
        return _("the article") if column.name == ATTRIBUTED_TO and not column.inward else ""

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
