"""Drawing of the lines of a table: rows with their cells, and headings of groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.model.scheme import Scheme
from annotator.session.fact_tables.lines import Line
from annotator.translation.messages import number
from annotator.ui.dialogs.figures_dialog.tables.columns import Column, laid_out
from annotator.ui.dialogs.figures_dialog.tables.rows_model import LinesModel
from annotator.ui.theme.fonts import MEDIUM, chrome_font, header_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEFTWARDS, placed
from annotator.ui.theme.paint import BADGE, paint_badge
from annotator.ui.theme.sharp import paint_outline, ratio_of, snapped_rect
from annotator.ui.widgets.lists.rows_view import Index, RowDelegate
from annotator.ui.widgets.words.line_of_text import TO_THE_LEFT, TO_THE_RIGHT, paint_line

SIDE, ICON, BOX, GAP = 16, 16, 14, 8
MOST_OF_NAME = 0.5


class LineDelegate(RowDelegate):
    """Delegate of a table; ``badged`` is the number of the column in which a source has its badge, -1 for none."""

    def __init__(
        self, model: LinesModel, columns: Sequence[Column], look: Look, parent: QWidget, badged: int = -1
    ) -> None:
        super().__init__(look, parent)
        self._model, self.columns, self._badged = model, columns, badged
        self.scheme: Scheme | None = None
        self._plain, self._strong = chrome_font(), chrome_font(0, MEDIUM)
        self._header, self._small = header_font(), small_font()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setLayoutDirection(option.direction)
        rect, line = QRectF(option.rect), self._model.rows[index.row()]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, line, selected=selected, hovered=self._hovered(option))
        if line.is_heading:
            self._paint_heading(painter, rect, line)
        else:
            self._paint_mark(painter, rect, line)
            for number_, (column, cell) in enumerate(zip(self.columns, laid_out(self.columns, rect), strict=True)):
                self._paint_cell(painter, rect, cell, line, number_, column)
        if self.has_focus(option, index):
            paint_outline(painter, rect.adjusted(1, 1, -1, -2), self.theme.accent, 3, width=2)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, line: Line, *, selected: bool, hovered: bool) -> None:
        theme = self.theme
        if selected:
            painter.fillRect(rect, theme.accent_soft)
        elif line.lit:
            painter.fillRect(rect, theme.warning_bg)
        elif line.is_heading or hovered:
            painter.fillRect(rect, theme.panel if line.is_heading else theme.hover)
        below = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(snapped_rect(below, ratio_of(painter)), theme.border)
        if selected and theme.high_contrast:
            paint_outline(painter, rect.adjusted(1, 1, -1, -2), theme.accent, 3, width=1)
        if selected:
            bar = QRectF(rect.left(), rect.top() + rect.height() * 0.22, 3, rect.height() * 0.56)
            painter.fillRect(snapped_rect(placed(painter, bar, rect), ratio_of(painter)), theme.accent)

    def _paint_mark(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        mark = QRectF(rect.left() + SIDE, rect.top(), ICON, rect.height() - 1)
        where = placed(painter, mark, rect)
        if line.ticked is not None and not (line.lit and not line.ticked):
            self._paint_box(painter, where, ticked=line.ticked)
        elif line.lit:
            paint_icon(painter, where, "warning", self.theme.warning)

    def _paint_box(self, painter: QPainter, where: QRectF, *, ticked: bool) -> None:
        box = QRectF(0, 0, BOX, BOX)
        box.moveCenter(where.center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ticked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.accent)
            painter.drawRoundedRect(snapped_rect(box, ratio_of(painter)), 3, 3)
            paint_icon(painter, box, "check", self.theme.accent_text, BOX - 2)
        else:
            paint_outline(painter, box, self.theme.control, 3, width=1.25)

    def _paint_heading(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        room = rect.adjusted(SIDE, 0, -SIDE, -1)
        room = self._paint_complaint(painter, rect, room, line)
        painter.setFont(self._header)
        metrics = QFontMetricsF(self._header)
        width = min(metrics.horizontalAdvance(line.cells[0]) + 1, room.width() - 30)
        name = QRectF(room.left(), room.top(), width, room.height())
        painter.setPen(self.theme.text)
        paint_line(painter, placed(painter, name, rect), line.cells[0], metrics, leading=True)
        painter.setFont(self._plain)
        painter.setPen(self.theme.muted)
        count = QRectF(name.right() + 6, room.top(), 60, room.height())
        paint_line(painter, placed(painter, count, rect), number(line.count), QFontMetricsF(self._plain), leading=True)

    def _paint_complaint(self, painter: QPainter, rect: QRectF, room: QRectF, line: Line) -> QRectF:
        """Paint why the group does not fit at the end of ``room``, and return the room that is left."""
        if not line.complaint:
            return room
        metrics = QFontMetricsF(self._plain)
        width = min(metrics.horizontalAdvance(line.complaint) + 2, room.width() * MOST_OF_NAME)
        words = QRectF(room.right() - width, room.top(), width, room.height())
        icon = QRectF(words.left() - ICON - GAP, room.top(), ICON, room.height())
        paint_icon(painter, placed(painter, icon, rect), "warning", self.theme.warning, BOX)
        painter.setFont(self._plain)
        painter.setPen(self.theme.warning)
        paint_line(painter, placed(painter, words, rect), line.complaint, metrics)
        return room.adjusted(0, 0, -width - ICON - 2 * GAP, 0)

    def _paint_cell(
        self, painter: QPainter, rect: QRectF, cell: QRectF, line: Line, number_: int, column: Column
    ) -> None:
        font = self._strong if column.strong else self._plain
        room = cell.adjusted(0, 0, 0, -1)
        if line.badge and number_ == self._badged:
            room = self._paint_badge(painter, rect, room, line.badge)
        painter.setFont(font)
        painter.setPen(self._ink(line, number_))
        metrics, text = QFontMetricsF(font), line.cells[number_]
        where = placed(painter, room, rect)
        if column.ends:
            leftwards = painter.layoutDirection() == LEFTWARDS
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, where.width())
            painter.drawText(where, TO_THE_LEFT if leftwards else TO_THE_RIGHT, shown)
        else:
            paint_line(painter, where, text, metrics, leading=True)

    def _paint_badge(self, painter: QPainter, rect: QRectF, room: QRectF, label_id: str) -> QRectF:
        label = self.scheme.label(label_id) if self.scheme else None
        colours = self.theme.label(label, label_id)
        badge = QRectF(room.left(), round(room.center().y() - BADGE / 2), BADGE, BADGE)
        paint_badge(painter, placed(painter, badge, rect), colours, colours.sign)
        return room.adjusted(BADGE + GAP, 0, 0, 0)

    def _ink(self, line: Line, number_: int) -> QColor:
        if line.lit and number_ == len(self.columns) - 1 and line.ticked is not None:
            return self.theme.warning
        return self.theme.muted if number_ in line.muted else self.theme.text
