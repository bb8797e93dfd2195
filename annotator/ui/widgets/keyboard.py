"""Handing the keyboard to a widget, whichever window it is in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

OTHER = Qt.FocusReason.OtherFocusReason


def take_keyboard(widget: QWidget, reason: Qt.FocusReason = OTHER) -> None:
    """Focus the widget and activate its window: a floated dock would otherwise keep the keys."""
    window = widget.window()
    if not window.isActiveWindow():
        window.activateWindow()
    widget.setFocus(reason)
