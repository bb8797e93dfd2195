"""Painting of an article's row: status, name and count; below them its title or its problem."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.language.plain_line import plain_line
from annotator.model.document import NEW, NOTHING_FOUND
from annotator.session.opening.entry import Entry, shown_status
from annotator.session.opening.status_names import status_words
from annotator.storage.files.file_error import shown
from annotator.translation.messages import number
from annotator.ui.panels.articles.group_heading import GroupHeading
from annotator.ui.panels.articles.rows import ArticleRows
from annotator.ui.theme.fonts import MEDIUM, chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import TRAILING, placed
from annotator.ui.theme.paint import paint_status
from annotator.ui.widgets.lists.rows_view import RowDelegate
from annotator.ui.widgets.words.line_of_text import paint_line

ROW_HEIGHT, GLYPH, LEFT, TEXT_LEFT, RIGHT = 46, 14, 16, 40, 16
FIRST, SECOND, BUBBLE = 14, 32, 13


class ArticleRowDelegate(RowDelegate):
    """Delegate for the list of articles; the row of the article that ``current`` returns is drawn as selected."""

    def __init__(self, rows: ArticleRows, look: Look, current: Callable[[], Path | None], parent: QWidget) -> None:
        super().__init__(look, parent)
        self._rows = rows
        self._current = current
        self._heading = GroupHeading(look)
        self._name, self._small = chrome_font(0, MEDIUM), small_font()
        self._name_metrics, self._small_metrics = QFontMetricsF(self._name), QFontMetricsF(self._small)

    def is_selected(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
        return super().is_selected(option, index) or index.row() == self._rows.row_of(self._current())

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:  # noqa: ARG002  # rows look alike
        if group := self._rows.group(row):
            self._heading.paint(painter, rect, self._rows.name(group), group)
        elif entry := self._rows.entry(row):
            self._paint_entry(painter, rect, entry)

    def _paint_entry(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        top = rect.top()
        glyph = QRectF(rect.left() + LEFT, top + FIRST - GLYPH / 2, GLYPH, GLYPH)
        paint_status(painter, placed(painter, glyph, rect), shown_status(entry), self._look.theme)
        left, right = rect.left() + TEXT_LEFT, rect.right() - RIGHT
        taken = self._paint_counts(painter, QRectF(left, top + FIRST - 9, right - left, 18), rect, entry)
        painter.setFont(self._name)
        painter.setPen(self._look.theme.text)
        name = QRectF(left, top + FIRST - 9, right - taken - left, 18)
        paint_line(painter, placed(painter, name, rect), shown(entry.name), self._name_metrics, leading=True)
        self._paint_second(painter, placed(painter, QRectF(left, top + SECOND - 9, right - left, 18), rect), entry)

    def _paint_counts(self, painter: QPainter, line: QRectF, rect: QRectF, entry: Entry) -> float:
        """Draw the number of annotations, and before it that of open comments; return the width that both take."""
        painter.setFont(self._small)
        painter.setPen(self._look.theme.muted)
        taken = 0.0
        if entry.status not in ("", NEW) or entry.annotations:
            taken = self._paint_number(painter, line, rect, number(entry.annotations))
        if comments := self._rows.comments(entry):
            room = line.adjusted(0, 0, -taken, 0)
            width = self._paint_number(painter, room, rect, number(comments))
            sign = QRectF(room.right() - width - BUBBLE + 4, line.top(), BUBBLE, line.height())
            paint_icon(painter, placed(painter, sign, rect), "comment", self._look.theme.muted, BUBBLE)
            taken += width + BUBBLE
        return taken

    def _paint_number(self, painter: QPainter, line: QRectF, rect: QRectF, words: str) -> float:
        painter.drawText(placed(painter, line, rect), TRAILING, words)
        return self._small_metrics.horizontalAdvance(words) + 8

    def _paint_second(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        painter.setFont(self._small)
        painter.setPen(self._look.theme.warning if entry.problem else self._look.theme.muted)
        paint_line(painter, rect, second_line(entry), self._small_metrics)


def second_line(entry: Entry) -> str:
    """Return the problem; else, for that status, “Done, nothing found”; else the title."""
    if entry.status == NOTHING_FOUND and not entry.problem:
        return status_words(NOTHING_FOUND)
    return plain_line(entry.problem or entry.title)
