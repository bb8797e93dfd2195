"""Field for the quoted words or the note of a piece of evidence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.widgets.growing_text import GrowingText

FEWEST, MOST = 2, 6


class TextField(GrowingText):
    """Field of several lines. ``left``: the keyboard is elsewhere now."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(FEWEST, MOST, parent)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
