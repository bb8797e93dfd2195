"""The ground on which a list stands in a dialog."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

ROOM = 8


class ListGround(QWidget):
    """As wide as it is told, with a little room above and below the list."""

    def __init__(self, rows: QWidget, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(width)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ROOM, 0, ROOM)
        column.addWidget(rows)
