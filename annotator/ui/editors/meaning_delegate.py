"""Row of a choice with its meaning at the other end, muted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.mirroring import LEFTWARDS

MEANING = Qt.ItemDataRole.UserRole + 1
GAP, SIDE, LEAST = 16, 8, 60
"""Pixels before and after the meaning; least room for it, below which only the line under the list shows it."""


class MeaningDelegate(QStyledItemDelegate):
    """Paints a row as every list does, and the meaning of its choice behind the name."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        name, meaning = str(index.data()), str(index.data(MEANING) or "")
        self.initStyleOption(option, index)
        room = option.rect.width() - QFontMetrics(option.font).horizontalAdvance(name) - GAP - 2 * SIDE
        if not meaning or room < LEAST:
            return
        metrics = QFontMetrics(small_font())
        shown = metrics.elidedText(meaning, Qt.TextElideMode.ElideRight, room)
        leftwards = option.direction == LEFTWARDS
        left = option.rect.left() + SIDE if leftwards else option.rect.right() - SIDE - room
        side = Qt.AlignmentFlag.AlignLeft if leftwards else Qt.AlignmentFlag.AlignRight
        painter.save()
        painter.setFont(small_font())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        painter.setPen(option.palette.color(role))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(left, option.rect.top(), room, option.rect.height()), flags, shown)
        painter.restore()
