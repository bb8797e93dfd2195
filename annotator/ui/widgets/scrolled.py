"""Scrolling area of a page of a panel."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
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

    def settle(self, parts: Iterable[QWidget]) -> None:
        """Give the content the height that its ``parts``, the innermost first, need now.

        Each layout would else be asked once that within it is laid out, the last after the next picture.
        """
        for part in parts:
            if layout := part.layout():
                layout.activate()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
