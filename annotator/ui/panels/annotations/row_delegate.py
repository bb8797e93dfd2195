"""Painting of the rows: an annotation's badge, words, glyphs and kind, or the header of a label."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.language.label_names import label_name
from annotator.model.annotation import Annotation
from annotator.session.editing.status_words import PROBLEM
from annotator.session.session import Session
from annotator.translation.messages import number
from annotator.ui.panels.annotations.order import Group
from annotator.ui.panels.annotations.row_text import first_words, kind
from annotator.ui.panels.annotations.rows import AnnotationRows
from annotator.ui.theme.fonts import chrome_font, header_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, placed
from annotator.ui.theme.paint import LIST_BADGE, paint_badge, paint_status
from annotator.ui.widgets.lists.rows_view import RowDelegate
from annotator.ui.widgets.words.line_of_text import paint_line

ROW_HEIGHT, BADGE_LEFT, TEXT_LEFT, RIGHT, GAP, GLYPH, ICON = 29, 17, 44, 16, 8, 14, 14
MOST_KIND = 0.45
"""Largest share of a row's width that the kind may take."""


class AnnotationRowDelegate(RowDelegate):
    """Delegate for the list of annotations."""

    def __init__(self, rows: AnnotationRows, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._rows, self._session = rows, session
        self._words, self._small, self._head = chrome_font(), small_font(), header_font()
        self._words_metrics = QFontMetricsF(self._words)
        self._small_metrics = QFontMetricsF(self._small)
        self._head_metrics = QFontMetricsF(self._head)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:
        annotation = self._rows.annotation(row)
        if annotation is not None:
            self._paint_annotation(painter, rect, annotation, selected=selected)
        elif group := self._rows.group(row):
            self._paint_header(painter, rect, group)

    def _paint_annotation(self, painter: QPainter, rect: QRectF, annotation: Annotation, *, selected: bool) -> None:
        label = self._session.scheme.label(annotation.label)
        colours = self._look.theme.label(label, annotation.label)
        badge = QRectF(rect.left() + BADGE_LEFT, rect.center().y() - LIST_BADGE / 2, LIST_BADGE, LIST_BADGE)
        paint_badge(painter, placed(painter, badge, rect), colours, colours.sign, selected=selected)
        room = rect.adjusted(TEXT_LEFT, 0, -RIGHT, 0)
        words = kind(annotation) if label else label_name(self._session.scheme, annotation.label)
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
        """Paint the glyphs for a note and for a displaced annotation; return the room that is left."""
        theme = self._look.theme
        if annotation.note:
            box = QRectF(room.right() - GLYPH, room.center().y() - GLYPH / 2, GLYPH, GLYPH)
            paint_icon(painter, placed(painter, box, rect), "note", theme.muted, ICON)
            room = room.adjusted(0, 0, -GLYPH - GAP, 0)
        if annotation.displaced:
            box = QRectF(room.right() - GLYPH, room.center().y() - GLYPH / 2, GLYPH, GLYPH)
            paint_status(painter, placed(painter, box, rect), PROBLEM, theme)
            room = room.adjusted(0, 0, -GLYPH - GAP, 0)
        return room

    def _paint_header(self, painter: QPainter, rect: QRectF, group: Group) -> None:
        theme = self._look.theme
        known = self._session.scheme.label(group.label) is not None
        room = rect.adjusted(BADGE_LEFT, 2, -RIGHT, 0)
        name, count = label_name(self._session.scheme, group.label), number(len(group.positions))
        painter.setFont(self._head)
        painter.setPen(theme.text if known else theme.muted)
        width = min(self._head_metrics.horizontalAdvance(name) + 1, room.width() - 50)
        box = placed(painter, QRectF(room.left(), room.top(), width, room.height()), rect)
        paint_line(painter, box, name, self._head_metrics, leading=True)
        painter.setFont(self._small)
        painter.setPen(theme.muted)
        painter.drawText(placed(painter, room.adjusted(width + GAP, 0, 0, 0), rect), LEADING, count)
