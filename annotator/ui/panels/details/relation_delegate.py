"""Rows of relations, painted: arrow, type, badge and words, and the keys of the current row in a line below it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.session.session import Session
from annotator.translation.messages import pgettext
from annotator.ui.editors.remark import paint_glyph
from annotator.ui.panels.details.relation_row import RelationModel
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEFTWARDS, placed
from annotator.ui.theme.paint import CENTRE, LIST_BADGE, paint_badge
from annotator.ui.widgets.key_caps import caps_width, paint_caps
from annotator.ui.widgets.lists.rows_view import RowDelegate
from annotator.ui.widgets.words.key_names import caption
from annotator.ui.widgets.words.line_of_text import paint_line

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT, KEYS_HEIGHT, ARROW, TYPE_LEFT, TYPE_WIDTH, BADGE_GAP, RIGHT = 29, 24, 18, 26, 92, 8, 8
CAP_GAP, KEY_GAP, END = 5, 12, 14
"""Pixels between a key and its meaning, between a meaning and the next key, and after the words of a row."""
MOST_TYPE = 0.45
"""Largest share of a row's width that the type may take."""


class RelationDelegate(RowDelegate):
    """Painter of the rows: arrow, type, badge and words, and in a row that is higher the keys in a line below."""

    def __init__(self, rows: RelationModel, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._rows, self._session, self._font = rows, session, chrome_font()
        self._metrics, self._small = QFontMetricsF(self._font), small_font()
        self._small_metrics = QFontMetricsF(self._small)

    def whole_row(self, option: QStyleOptionViewItem) -> QRectF:
        rect = QRectF(option.rect)
        rect.setHeight(ROW_HEIGHT)
        return rect

    def paint_cell(self, painter: QPainter, rect: QRectF, index: Index, *, selected: bool) -> None:
        row = QRectF(rect.topLeft(), QSizeF(rect.width(), ROW_HEIGHT))
        self.paint_row(painter, row, index.row(), selected=selected)
        if rect.height() > ROW_HEIGHT:
            self._paint_keys(painter, rect.adjusted(TYPE_LEFT + RIGHT / 2, ROW_HEIGHT, 0, 0), rect)

    def _paint_keys(self, painter: QPainter, line: QRectF, whole: QRectF) -> None:
        """Draw as many keys as there is room for, each with its meaning."""
        painter.setFont(self._small)
        left = line.left()
        for key, words in _keys():
            caps = caps_width([key])
            end = left + caps + CAP_GAP + self._small_metrics.horizontalAdvance(words) + 1
            if end > line.right():
                return
            cap = placed(painter, QRectF(left, line.top(), caps, line.height()), whole)
            paint_caps(painter, QPointF(cap.left(), line.center().y()), [key], self.theme)
            painter.setPen(self.theme.muted)
            said = placed(painter, QRectF(left + caps + CAP_GAP, line.top(), end - left, line.height()), whole)
            paint_line(painter, said, words, self._small_metrics, leading=True)
            left = end + KEY_GAP

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:  # noqa: ARG002  # Qt's row
        shown, theme = self._rows.rows[row], self.theme
        painter.setFont(self._font)
        painter.setPen(theme.muted)
        leftwards = painter.layoutDirection() == LEFTWARDS
        arrow = QRectF(rect.left() + RIGHT, rect.top(), ARROW, rect.height())
        if shown.other:
            painter.drawText(placed(painter, arrow, rect), CENTRE, "←" if shown.inwards != leftwards else "→")
        else:
            paint_glyph(painter, placed(painter, arrow, rect), theme, error=False)
        width = min(max(TYPE_WIDTH, self._metrics.horizontalAdvance(shown.type) + 1), rect.width() * MOST_TYPE)
        type = QRectF(rect.left() + TYPE_LEFT + RIGHT / 2, rect.top(), width, rect.height())
        paint_line(painter, placed(painter, type, rect), shown.type, self._metrics, leading=True)
        badge = QRectF(type.right() + BADGE_GAP, rect.center().y() - LIST_BADGE / 2, LIST_BADGE, LIST_BADGE)
        if shown.other:
            colours = theme.label(self._session.scheme.label(shown.other.label), shown.other.label)
            paint_badge(painter, placed(painter, badge, rect), colours, colours.sign)
        painter.setFont(self._font)
        painter.setPen(theme.text if shown.other else theme.warning)
        left = badge.right() + BADGE_GAP
        words = QRectF(left, rect.top(), rect.right() - left - END, ROW_HEIGHT)
        paint_line(painter, placed(painter, words, rect), shown.words, self._metrics, leading=not shown.other)


def _keys() -> tuple[tuple[str, str], ...]:
    """Return the keys of a relation, each with what it does, the most wanted first."""
    return (
        (caption("Enter"), pgettext("what a key does", "go")),
        (caption("R"), pgettext("what a key does", "other relation")),
        (caption("T"), pgettext("what a key does", "turn")),
        (caption("Del"), pgettext("what a key does", "remove")),
    )
