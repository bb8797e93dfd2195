"""Painting of the cells of the board, column by column: what the cells of a column share is asked once for a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from annotator.facts.board.columns import BoardColumn
from annotator.session.board.board import Board
from annotator.ui.board.cell_faces import AT_THE_END, Face, faces
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEFTWARDS, mirrored
from annotator.ui.theme.paint import LIST_BADGE, paint_badges
from annotator.ui.widgets.words.line_of_text import TO_THE_LEFT, TO_THE_RIGHT, paint_line

ROW_HEIGHT, BADGE_LEFT, TEXT_LEFT, GAP, GLYPH, BESIDE = 31, 14, 48, 16, 14, 6
BADGE_TOP = round((ROW_HEIGHT - LIST_BADGE) / 2)
MOST_KEPT = 5000
"""Texts of cells that are kept as they were cut off."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of a line: where it begins, in pixels, and how wide it is."""

    column: BoardColumn
    left: float
    width: float
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class PaintedRow:
    """A row of the board with the upper edge of its line, in pixels."""

    row: int
    top: float
    selected: bool


class ColumnPainter:
    """Painter of the cells of ``board``; words that were cut off once are kept."""

    def __init__(self, board: Board, look: Look) -> None:
        self._board, self._look = board, look
        self._font = chrome_font()
        self._metrics = QFontMetricsF(self._font)
        self._cut: dict[tuple[str, int], str] = {}
        self._leftwards = False

    def paint(self, painter: QPainter, rows: Sequence[PaintedRow], cell: Cell, now: str) -> None:
        """Draw the cells of a column, one in each row; ages are told by the time ``now``, in UTC."""
        column, theme = cell.column, self._look.theme
        self._leftwards = painter.layoutDirection() == LEFTWARDS
        face_of, at_end = faces(self._board.table, column, theme, now), column.kind in AT_THE_END
        left, ends = cell.left + (TEXT_LEFT if cell.is_first else 0), []
        end = cell.left + cell.width - GAP
        painter.setFont(self._font)
        for one in rows:
            face, begin = face_of(one.row), left
            if face.sign or face.picture:
                self._paint_sign(painter, face, left, one.top, cell)
                begin += GLYPH + BESIDE
            elif face.has_end and self._badge_of_end(column):
                ends.append(one.top)
                begin += LIST_BADGE + BESIDE
            if face.words:
                painter.setPen(face.ink)
                room = self._placed(QRectF(begin, one.top, end - begin, ROW_HEIGHT - 1), cell)
                self._paint_words(painter, room, face.words, at_end=at_end)
        if ends and (badge := self._badge_of_end(column)):
            self._paint_badges(painter, ends, left, badge, cell)

    def paint_badges(self, painter: QPainter, rows: Sequence[PaintedRow], cell: Cell) -> None:
        """Draw the badge of the board's label at the beginning of each row, in the first column."""
        colours = self._colours(self._board.label)
        for selected in (False, True):
            tops = [one.top for one in rows if one.selected == selected]
            self._paint_badges(painter, tops, cell.left + BADGE_LEFT, colours, cell, selected=selected)

    def _paint_badges(
        self,
        painter: QPainter,
        tops: Sequence[float],
        left: float,
        colours: LabelColours,
        cell: Cell,
        *,
        selected: bool = False,
    ) -> None:
        rects = [self._placed(QRectF(left, top + BADGE_TOP, LIST_BADGE, LIST_BADGE), cell) for top in tops]
        paint_badges(painter, rects, colours, colours.sign, selected=selected)

    def _paint_words(self, painter: QPainter, room: QRectF, words: str, *, at_end: bool) -> None:
        if not at_end and (self._leftwards or not words.isascii()):
            paint_line(painter, room, words, self._metrics, leading=True)
        else:
            side = TO_THE_RIGHT if self._leftwards != at_end else TO_THE_LEFT
            painter.drawText(room, side, self._cut_off(words, room.width()))

    def _cut_off(self, words: str, width: float) -> str:
        key = words, int(width)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > MOST_KEPT:
                self._cut.clear()
            found = self._cut[key] = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        return found

    def _paint_sign(self, painter: QPainter, face: Face, left: float, top: float, cell: Cell) -> None:
        """Paint the sign of a state or the picture of a verdict."""
        box = self._placed(QRectF(left, top + (ROW_HEIGHT - 1 - GLYPH) / 2, GLYPH, GLYPH), cell)
        if face.picture:
            paint_icon(painter, box, *face.picture, GLYPH)
        else:
            painter.setPen(self._look.theme.muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, face.sign)

    def _badge_of_end(self, column: BoardColumn) -> LabelColours | None:
        """Return the badge of the label at the other end of a relation; None where the scheme lacks the relation."""
        rule = self._board.scheme.relation(column.name) if self._board.scheme else None
        return self._colours(rule.source if column.inward else rule.target) if rule else None

    def _placed(self, rect: QRectF, cell: Cell) -> QRectF:
        """Return where the rectangle stands in the direction of the line; to ask the painter each time takes long."""
        return mirrored(rect, QRectF(cell.left, rect.top(), cell.width, ROW_HEIGHT)) if self._leftwards else rect

    def _colours(self, label: str) -> LabelColours:
        scheme = self._board.scheme
        return self._look.theme.label(scheme.label(label) if scheme else None, label)
