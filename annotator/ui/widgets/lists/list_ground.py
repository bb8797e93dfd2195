"""Background of a list in a dialog."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

ROOM = 8


class ListGround(QWidget):
    """Background ``width`` pixels wide, with ROOM pixels above and below the list ``rows``."""

    def __init__(self, rows: QWidget, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(width)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ROOM, 0, ROOM)
        column.addWidget(rows)
