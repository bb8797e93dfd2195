"""Background of a list in a dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

ROOM = 8
NARROW, NARROW_BELOW = 220, 800
"""Width in a dialog that is narrower than that, so that what stands beside the list has room."""


class ListGround(QWidget):
    """Background ``width`` pixels wide, less in a narrow dialog, with ROOM pixels above and below the list ``rows``."""

    def __init__(self, rows: QWidget, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._width = width
        self.setFixedWidth(width)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ROOM, 0, ROOM)
        column.addWidget(rows)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self.setFixedWidth(NARROW if self.window().width() < NARROW_BELOW else self._width)
        return super().eventFilter(watched, event)
