"""Painting of a row of the scheme's tree: badge, name, and a remark at the end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.language.plain_line import plain_line
from annotator.model.scheme_changes.parts import CHOICE, LABEL, RELATION, SCHEME, STATE, Part
from annotator.session.scheme_editing.places import label_at, state_at
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.ui.dialogs.scheme_dialog.row_words import remark_words
from annotator.ui.dialogs.scheme_dialog.tree.tree_model import SchemeTree
from annotator.ui.theme.fonts import MEDIUM, STRONG, chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import TRAILING, placed
from annotator.ui.theme.paint import BADGE, paint_badge
from annotator.ui.widgets.words.line_of_text import paint_line

Index = QModelIndex | QPersistentModelIndex
ROW, GAP, RIGHT, BEFORE = 29, 8, 14, 11
WIDEST_REMARK = 0.6


class TreeDelegate(QStyledItemDelegate):
    """Delegate of the tree; the view draws the ground of a row."""

    def __init__(self, editor: SchemeEditor, tree: SchemeTree, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._tree, self._look = editor, tree, look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setLayoutDirection(option.direction)
        place, rect = self._tree.place(index), QRectF(option.rect)
        if place is None:
            self._paint_heading(painter, rect, str(self._tree.data(index)))
        else:
            self._paint_part(painter, rect, place, str(self._tree.data(index)))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRectF, words: str) -> None:
        font = chrome_font(-2, STRONG)
        painter.setFont(font)
        painter.setPen(self._look.theme.muted)
        room = placed(painter, rect.adjusted(-4, 4, -RIGHT, 0), rect)
        paint_line(painter, room, words, QFontMetricsF(font), leading=True)

    def _paint_part(self, painter: QPainter, rect: QRectF, place: Part, name: str) -> None:
        left = rect.left() + BEFORE
        if label := label_at(self._editor.scheme, place) if place.kind == LABEL else None:
            badge = QRectF(left, rect.center().y() - BADGE / 2, BADGE, BADGE)
            colours = self._look.theme.label(label, label.id)
            paint_badge(painter, placed(painter, badge, rect), colours, colours.sign)
            left += BADGE + GAP
        room = QRectF(left, rect.top(), rect.right() - RIGHT - left, rect.height())
        room.setRight(room.right() - self._paint_remark(painter, rect, room, place))
        font = chrome_font(0, MEDIUM) if place.kind in (LABEL, RELATION, SCHEME) else chrome_font()
        painter.setFont(font)
        theme = self._look.theme
        is_unused = place.kind == STATE and state_at(self._editor.scheme, place) is None
        painter.setPen(theme.muted if is_unused or place.kind == CHOICE else theme.text)
        paint_line(painter, placed(painter, room, rect), name, QFontMetricsF(font), leading=True)

    def _paint_remark(self, painter: QPainter, rect: QRectF, room: QRectF, place: Part) -> float:
        """Draw the remark at the end of the row; return the width that it takes."""
        font = small_font()
        metrics, words = QFontMetricsF(font), plain_line(remark_words(self._editor, place))
        if not words:
            return 0
        width = min(metrics.horizontalAdvance(words) + 1, room.width() * WIDEST_REMARK)
        painter.setFont(font)
        painter.setPen(self._look.theme.muted)
        at = placed(painter, QRectF(room.right() - width, rect.top(), width, rect.height()), rect)
        if width < metrics.horizontalAdvance(words):
            paint_line(painter, at, words, metrics, leading=True)
        else:
            painter.drawText(at, TRAILING, words)
        return width + GAP
