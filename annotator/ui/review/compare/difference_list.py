"""List of the differences, which has the keys of the mode."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.review.compare.difference_rows import ROW_HEIGHT
from annotator.ui.widgets.lists.rows_view import RowsView

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
WITHOUT_KEYPAD = ~Qt.KeyboardModifier.KeypadModifier


class DifferenceList(RowsView):
    """``stepped``: Tab, Shift+Tab, or an arrow alone or with Alt; 1 or -1. ``typed`` and ``left`` as of all lists."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW_HEIGHT, parent=parent)
        self.setObjectName("differences")

    def event(self, event: QEvent) -> bool:
        """Keep the keys that step from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _steps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := _steps(event):
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Step with Tab, which would leave the list."""
        self.stepped.emit(1 if forwards else -1)
        return True


def _steps(event: QKeyEvent) -> int:
    """Return the step of an arrow, alone or with Alt; 0 for any other key."""
    plain = event.modifiers() & WITHOUT_KEYPAD in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)
    return STEPS.get(Qt.Key(event.key()), 0) if plain else 0
