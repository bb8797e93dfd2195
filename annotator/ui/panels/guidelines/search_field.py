"""Field to search in the guidelines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.filter_field import FilterField


class SearchField(FilterField):
    """Field whose words are lit in the text. ``stepped``: to the next match, or with -1 to the one before."""

    stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Search in the guidelines"), parent=parent)
        self.setObjectName("guidelinesSearch")
        self.setPlaceholderText(_("Search"))

    def event(self, event: QEvent) -> bool:
        """Keep the keys of searching from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and search_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.stepped.emit(-1 if backwards else 1)
        elif search_key(event):
            self.selectAll()
        else:
            super().keyPressEvent(event)


def search_key(event: QKeyEvent) -> bool:
    """Tell whether the key searches: Ctrl+F, F3 or Shift+F3."""
    with_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_F3 or (event.key() == Qt.Key.Key_F and with_ctrl)
