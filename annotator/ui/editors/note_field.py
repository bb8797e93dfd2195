"""Text field for an annotation's note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _
from annotator.ui.widgets.growing_text import GrowingText

FEWEST_LINES, MOST_LINES = 2, 10
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEEPS_FOCUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class NoteField(GrowingText):
    """Note editor. ``typed``: there is typed text that ``take`` has not returned. ``finished``: the keyboard has left.

    ``left``: Escape or Ctrl+Enter, to return to the article.
    """

    typed = Signal()
    finished = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(FEWEST_LINES, MOST_LINES, parent)
        self.setObjectName("noteField")
        self.setAccessibleName(_("Note"))
        self.setPlaceholderText(_("Note"))
        self.document().modificationChanged.connect(self._tell_typed)

    @property
    def changed(self) -> bool:
        """True while there is typed text that ``take`` has not given out."""
        return self.document().isModified()

    def take(self) -> str:
        """Return the note as typed."""
        self.document().setModified(False)
        return self.shown_text()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that finish a note from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _finishes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _finishes(event):
            self.finished.emit()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in KEEPS_FOCUS:
            self.finished.emit()

    def _tell_typed(self, changed: bool) -> None:
        if changed:
            self.typed.emit()


def _finishes(event: QKeyEvent) -> bool:
    ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (ctrl and event.key() in ENTER)
