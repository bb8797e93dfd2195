"""Place of a menu that a button opens."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

BELOW = 2


def open_below(menu: QMenu, button: QWidget) -> None:
    """Open the menu below the button, flush with the side at which the button begins."""
    x = button.width() - menu.sizeHint().width() if button.isRightToLeft() else 0
    menu.popup(button.mapToGlobal(QPoint(x, button.height() + BELOW)))
