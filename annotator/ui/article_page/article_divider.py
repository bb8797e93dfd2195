"""Splitter of the two articles, with a hairline between them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import ratio_of, snapped_rect

HANDLE = 5


class Both(QSplitter):
    """Splitter of the two pages."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setHandleWidth(HANDLE)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return Divider(self._look, self)


class Divider(QSplitterHandle):
    """Handle between the articles, drawn as a hairline."""

    def __init__(self, look: Look, area: QSplitter) -> None:
        super().__init__(area.orientation(), area)
        self._look = look
        self.setObjectName("articleDivider")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.fillRect(self.rect(), theme.base)
        line = QRect(self.width() // 2, 0, 1, self.height()).toRectF()
        painter.fillRect(snapped_rect(line, ratio_of(painter)), theme.border)
