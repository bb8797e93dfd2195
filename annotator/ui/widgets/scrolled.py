"""Scrolling area of a page of a panel."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrolledPage(QScrollArea):
    """Area that scrolls ``content`` up and down and takes no keyboard itself."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        for part in (self.viewport(), content):
            part.setBackgroundRole(QPalette.ColorRole.AlternateBase)

    def show_soon(self, part: QWidget) -> None:
        """Scroll ``part`` into view once the layouts, which may just have changed, have placed it."""
        QTimer.singleShot(0, part, partial(self.ensureWidgetVisible, part))
