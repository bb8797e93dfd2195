"""A page of options that scrolls up and down where there is no room for all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def options_area(page: QWidget, parent: QWidget) -> QScrollArea:
    """The page in an area that follows the keyboard."""
    area = QScrollArea(parent)
    area.setAccessibleName("Options")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
