"""Headings of the columns of the list, each above the text of its cells."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

from annotator.ui.panels.annotations.row_delegate import GAP, TEXT_LEFT
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.mirroring import placed
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT = 26


class ColumnHeadings(QHeaderView):
    """Header of the list, whose sections can be drawn wider or narrower."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("annotationsColumns")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHighlightSections(False)
        self.setFont(small_font())
        self.setFixedHeight(HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the ground of the section as the style does, and its words where the words of the rows begin."""
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        self.initStyleOptionForIndex(option, section)
        option.rect, option.text = rect, ""
        painter.save()
        self.style().drawControl(QStyle.ControlElement.CE_Header, option, painter, self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        whole = QRectF(rect)
        room = placed(painter, whole.adjusted(0 if section else TEXT_LEFT, 0, -GAP, 0), whole)
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        paint_line(painter, room, words, QFontMetricsF(self.font()), leading=True)
        painter.restore()
