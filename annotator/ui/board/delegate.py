"""Painting of the board: badge, words, verdicts and states with their glyphs, and the headings of groups."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.facts.desk.open_facts import VERDICT
from annotator.session.board.board import Board
from annotator.session.board.sorting import Group
from annotator.translation.messages import _
from annotator.ui.board.group_words import group_count, group_name, group_title
from annotator.ui.board.model import BoardModel
from annotator.ui.theme.fonts import chrome_font, header_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEFTWARDS, onwards, placed
from annotator.ui.theme.paint import LIST_BADGE, STATUS_GLYPH, paint_badge, paint_status
from annotator.ui.theme.state_glyphs import state_sign
from annotator.ui.theme.verdict_glyphs import verdict_glyph
from annotator.ui.widgets.lists.rows_view import Index, RowDelegate
from annotator.ui.widgets.words.line_of_text import TO_THE_LEFT, TO_THE_RIGHT, paint_line

ROW_HEIGHT, BADGE_LEFT, TEXT_LEFT, GAP, RIGHT, GLYPH, BESIDE, CHEVRON = 31, 14, 48, 16, 14, 14, 6, 14
AT_THE_END = (ColumnKind.NUMBER, ColumnKind.EVIDENCE, ColumnKind.QUERIES)
"""Kinds of columns whose cells stand at the side where lines end, as numbers do."""
OPEN_VERDICT = "–"


class BoardDelegate(RowDelegate):
    """Delegate of the lines of the board."""

    def __init__(self, board: Board, model: BoardModel, look: Look, view: QTableView) -> None:
        super().__init__(look, view)
        self._board, self._model, self._view = board, model, view
        self._font, self._small, self._head = chrome_font(), small_font(), header_font()
        self._metrics, self._small_metrics = QFontMetricsF(self._font), QFontMetricsF(self._small)
        self._head_metrics = QFontMetricsF(self._head)

    def whole_row(self, option: QStyleOptionViewItem) -> QRectF:
        return self._across(QRectF(option.rect))

    def has_focus(self, _option: QStyleOptionViewItem, index: Index) -> bool:
        return self._view.hasFocus() and self._view.currentIndex().row() == index.row()

    def paint_cell(self, painter: QPainter, rect: QRectF, index: Index, *, selected: bool) -> None:
        line, theme = index.row(), self.theme
        if group := self._board.arrangement.group(line):
            self._paint_heading(painter, self._across(rect), group)
            return
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.border)
        room = rect.adjusted(0 if index.column() else TEXT_LEFT, 0, -GAP, -1)
        if not index.column():
            self._paint_badge(painter, rect, selected=selected)
        column, words = self._model.shown[index.column()], str(index.data() or "")
        room, ink = self._paint_sign(painter, rect, room, column, line)
        painter.setFont(self._font)
        painter.setPen(ink)
        self._paint_words(painter, rect, room, words or self._empty(column), at_end=column.kind in AT_THE_END)

    def _across(self, rect: QRectF) -> QRectF:
        return QRectF(0, rect.top(), self._view.viewport().width(), rect.height())

    def _paint_words(self, painter: QPainter, rect: QRectF, room: QRectF, words: str, *, at_end: bool) -> None:
        where = placed(painter, room, rect)
        if not at_end:
            paint_line(painter, where, words, self._metrics, leading=True)
            return
        leftwards = painter.layoutDirection() == LEFTWARDS
        shown = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, TO_THE_LEFT if leftwards else TO_THE_RIGHT, shown)

    def _paint_badge(self, painter: QPainter, rect: QRectF, *, selected: bool) -> None:
        scheme, label = self._board.scheme, self._board.label
        colours = self.theme.label(scheme.label(label) if scheme else None, label)
        badge = QRectF(rect.left() + BADGE_LEFT, round(rect.center().y() - LIST_BADGE / 2), LIST_BADGE, LIST_BADGE)
        paint_badge(painter, placed(painter, badge, rect), colours, colours.sign, selected=selected)

    def _paint_sign(
        self, painter: QPainter, rect: QRectF, room: QRectF, column: BoardColumn, line: int
    ) -> tuple[QRectF, QColor]:
        """Paint the glyph of a verdict or the sign of a state; return the room and the colour of the words."""
        table, row = self._board.table, self._board.arrangement.row(line)
        box = QRectF(room.left(), room.center().y() - GLYPH / 2, GLYPH, GLYPH)
        text, beside = table.text(column, row), room.adjusted(GLYPH + BESIDE, 0, 0, 0)
        if column.kind is ColumnKind.STATE and (sign := state_sign(text)):
            painter.setFont(self._font)
            painter.setPen(self.theme.muted)
            painter.drawText(placed(painter, box, rect), Qt.AlignmentFlag.AlignCenter, sign)
            return beside, self.theme.text
        if column.name == VERDICT and (glyph := verdict_glyph(text, self.theme)):
            paint_icon(painter, placed(painter, box, rect), *glyph, GLYPH)
            return beside, glyph[1]
        is_muted = not text if column.has_cells or column.kind is ColumnKind.STATE else column.kind in QUIET
        return room, self.theme.muted if is_muted else self.theme.text

    @staticmethod
    def _empty(column: BoardColumn) -> str:
        """Return what stands for an empty cell: who says what nobody is said to say, and what has not been judged."""
        if column.name == VERDICT:
            return OPEN_VERDICT
        return _("the article") if column.name == "attributed_to" and not column.inward else ""

    def _paint_heading(self, painter: QPainter, rect: QRectF, group: Group) -> None:
        theme, board = self.theme, self._board
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.control)
        chevron = QRectF(rect.left() + BADGE_LEFT, rect.center().y() - CHEVRON / 2, CHEVRON, CHEVRON)
        is_closed = group.key in board.arrangement.closed
        paint_icon(
            painter,
            placed(painter, chevron, rect),
            onwards(painter) if is_closed else "chevron-down",
            theme.muted,
            CHEVRON,
        )
        room = self._paint_status(painter, rect, rect.adjusted(BADGE_LEFT + CHEVRON + BESIDE, 0, -RIGHT, 0), group)
        count = group_count(board, group)
        width = self._small_metrics.horizontalAdvance(count) + 1
        painter.setFont(self._small)
        painter.setPen(theme.muted)
        end = QRectF(room.right() - width, room.top(), width, room.height())
        paint_line(painter, placed(painter, end, rect), count, self._small_metrics)
        room = room.adjusted(0, 0, -width - GAP, 0)
        name = group_name(board, group)
        taken = min(self._head_metrics.horizontalAdvance(name) + 1, room.width())
        painter.setFont(self._head)
        painter.setPen(theme.text)
        box = QRectF(room.left(), room.top(), taken, room.height())
        paint_line(painter, placed(painter, box, rect), name, self._head_metrics, leading=True)
        painter.setFont(self._font)
        painter.setPen(theme.muted)
        rest = room.adjusted(taken + 10, 0, 0, 0)
        if rest.width() > GLYPH:
            paint_line(painter, placed(painter, rest, rect), group_title(board, group), self._metrics, leading=True)

    def _paint_status(self, painter: QPainter, rect: QRectF, room: QRectF, group: Group) -> QRectF:
        """Paint the status of a group's article; return the room beside it."""
        if group.document < 0:
            return room
        status = self._board.table.documents[group.document].about.status
        box = QRectF(room.left() + 2, room.center().y() - STATUS_GLYPH / 2, STATUS_GLYPH, STATUS_GLYPH)
        paint_status(painter, placed(painter, box, rect), status, self.theme)
        return room.adjusted(STATUS_GLYPH + 10, 0, 0, 0)


QUIET = (ColumnKind.NUMBER, ColumnKind.EVIDENCE, ColumnKind.QUERIES, ColumnKind.CREATED, ColumnKind.MODIFIED)
"""Kinds of columns that are drawn muted."""
