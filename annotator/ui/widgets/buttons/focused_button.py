"""Enter on a button that has the keyboard, which presses it on some systems only if Qt is left to itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button of the window that has the keyboard; return False where it is another key or part."""
    button = window.focusWidget()
    if event.key() not in ENTER or not isinstance(button, QPushButton):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
