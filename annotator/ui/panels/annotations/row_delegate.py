"""Painting of the rows: an annotation's badge, words, glyphs and kind, or the heading of a group."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from annotator.language.label_names import label_name
from annotator.model.annotation import Annotation
from annotator.session.opening.entry import PROBLEM
from annotator.session.session import Session
from annotator.translation.messages import number
from annotator.ui.panels.annotations.order import Group
from annotator.ui.panels.annotations.row_text import first_words, kind
from annotator.ui.panels.annotations.rows import AnnotationRows
from annotator.ui.theme.fonts import chrome_font, header_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, onwards, placed
from annotator.ui.theme.paint import CENTRE, LIST_BADGE, paint_badge, paint_status
from annotator.ui.theme.state_glyphs import state_sign
from annotator.ui.theme.verdict_glyphs import verdict_glyph
from annotator.ui.widgets.lists.rows_view import Index, RowDelegate
from annotator.ui.widgets.words.line_of_text import paint_line

ROW_HEIGHT, BADGE_LEFT, TEXT_LEFT, RIGHT, GAP, GLYPH, ICON = 29, 17, 44, 16, 8, 14, 14
VERDICT, BESIDE = "verdict", 4
CHEVRON, CHEVRON_LEFT, HEADING_LEFT = 14, 14, 32
LEAST_FOR_KIND = 160
"""Pixels for words and kind, with less of which the kind is left out where there are further columns."""
MOST_KIND = 0.45
"""Largest share of a row's width that the kind may take."""


class AnnotationRowDelegate(RowDelegate):
    """Delegate for the list of annotations."""

    def __init__(self, rows: AnnotationRows, session: Session, look: Look, view: QTableView) -> None:
        super().__init__(look, view)
        self._rows, self._session, self._view = rows, session, view
        self._words, self._small, self._head = chrome_font(), small_font(), header_font()
        self._words_metrics = QFontMetricsF(self._words)
        self._small_metrics = QFontMetricsF(self._small)
        self._head_metrics = QFontMetricsF(self._head)

    def whole_row(self, option: QStyleOptionViewItem) -> QRectF:
        rect = QRectF(option.rect)
        return self._across(rect) if self._rows.columns else rect

    def _across(self, rect: QRectF) -> QRectF:
        return QRectF(0, rect.top(), self._view.viewport().width(), rect.height())

    def has_focus(self, option: QStyleOptionViewItem, index: Index) -> bool:
        if not self._rows.columns:
            return super().has_focus(option, index)
        return self._view.hasFocus() and self._view.currentIndex().row() == index.row()

    def paint_cell(self, painter: QPainter, rect: QRectF, index: Index, *, selected: bool) -> None:
        if self._rows.columns and self._rows.group(index.row()):
            self.paint_row(painter, self._across(rect), index.row(), selected=selected)
        elif not index.column():
            self.paint_row(painter, rect, index.row(), selected=selected)
        elif words := index.data():
            painter.setFont(self._small)
            painter.setPen(self._look.theme.text if selected else self._look.theme.muted)
            room = self._paint_verdict(painter, rect, index)
            paint_line(painter, placed(painter, room, rect), words, self._small_metrics, leading=True)

    def _paint_verdict(self, painter: QPainter, rect: QRectF, index: Index) -> QRectF:
        """Paint the glyph of a verdict in its column; return the room that is left in the cell."""
        annotation, room = self._rows.annotation(index.row()), rect.adjusted(0, 0, -GAP, 0)
        if annotation is None or self._rows.columns[index.column() - 1] != VERDICT:
            return room
        if glyph := verdict_glyph(annotation.attributes.get(VERDICT), self._look.theme):
            name, colour = glyph
            box = QRectF(rect.left(), rect.center().y() - GLYPH / 2, GLYPH, GLYPH)
            paint_icon(painter, placed(painter, box, rect), name, colour, ICON)
            return room.adjusted(GLYPH + BESIDE, 0, 0, 0)
        return room

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:
        annotation = self._rows.annotation(row)
        if annotation is not None:
            self._paint_annotation(painter, rect, annotation, selected=selected)
        elif group := self._rows.group(row):
            self._paint_heading(painter, rect, row, group)

    def _paint_annotation(self, painter: QPainter, rect: QRectF, annotation: Annotation, *, selected: bool) -> None:
        label = self._session.scheme.label(annotation.label)
        colours = self._look.theme.label(label, annotation.label)
        badge = QRectF(rect.left() + BADGE_LEFT, rect.center().y() - LIST_BADGE / 2, LIST_BADGE, LIST_BADGE)
        paint_badge(painter, placed(painter, badge, rect), colours, colours.sign, selected=selected)
        room = rect.adjusted(TEXT_LEFT, 0, -GAP if self._rows.columns else -RIGHT, 0)
        words = kind(annotation) if label else label_name(self._session.scheme, annotation.label)
        if room.width() >= LEAST_FOR_KIND or not self._rows.columns:
            room = self._paint_kind(painter, rect, room, words)
        room = self._paint_glyphs(painter, rect, room, annotation)
        painter.setFont(self._words)
        painter.setPen(self._look.theme.text)
        shown = first_words(annotation, self._session.document.article.text)
        paint_line(painter, placed(painter, room, rect), shown, self._words_metrics)

    def _paint_kind(self, painter: QPainter, rect: QRectF, room: QRectF, text: str) -> QRectF:
        """Paint the kind at the end of ``room`` and return the room that is left."""
        if not text:
            return room
        width = min(self._small_metrics.horizontalAdvance(text) + 1, room.width() * MOST_KIND)
        painter.setFont(self._small)
        painter.setPen(self._look.theme.muted)
        end = QRectF(room.right() - width, room.top(), width, room.height())
        paint_line(painter, placed(painter, end, rect), text, self._small_metrics)
        return room.adjusted(0, 0, -width - GAP, 0)

    def _paint_glyphs(self, painter: QPainter, rect: QRectF, room: QRectF, annotation: Annotation) -> QRectF:
        """Paint the state of check, then glyphs for a note and a displaced annotation; return the room that is left."""
        theme = self._look.theme
        if sign := state_sign(annotation.state):
            painter.setFont(self._head)
            painter.setPen(theme.muted)
            box = QRectF(room.right() - GLYPH, room.top(), GLYPH, room.height())
            painter.drawText(placed(painter, box, rect), CENTRE, sign)
            room = room.adjusted(0, 0, -GLYPH - GAP, 0)
        if annotation.note:
            box = QRectF(room.right() - GLYPH, room.center().y() - GLYPH / 2, GLYPH, GLYPH)
            paint_icon(painter, placed(painter, box, rect), "note", theme.muted, ICON)
            room = room.adjusted(0, 0, -GLYPH - GAP, 0)
        if annotation.displaced:
            box = QRectF(room.right() - GLYPH, room.center().y() - GLYPH / 2, GLYPH, GLYPH)
            paint_status(painter, placed(painter, box, rect), PROBLEM, theme)
            room = room.adjusted(0, 0, -GLYPH - GAP, 0)
        return room

    def _paint_heading(self, painter: QPainter, rect: QRectF, row: int, group: Group) -> None:
        theme, name = self._look.theme, str(self._rows.index(row, 0).data())
        chevron = QRectF(rect.left() + CHEVRON_LEFT, rect.center().y() - CHEVRON / 2, CHEVRON, CHEVRON)
        picture = onwards(painter) if group.closed else "chevron-down"
        paint_icon(painter, placed(painter, chevron, rect), picture, theme.muted, CHEVRON)
        room = rect.adjusted(HEADING_LEFT, 2, -RIGHT, 0)
        painter.setFont(self._head)
        painter.setPen(theme.text)
        width = min(self._head_metrics.horizontalAdvance(name) + 1, room.width() - 50)
        box = placed(painter, QRectF(room.left(), room.top(), width, room.height()), rect)
        paint_line(painter, box, name, self._head_metrics, leading=True)
        painter.setFont(self._small)
        painter.setPen(theme.muted)
        count = number(len(group.positions))
        painter.drawText(placed(painter, room.adjusted(width + GAP, 0, 0, 0), rect), LEADING, count)
