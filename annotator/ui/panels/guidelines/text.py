"""Text of the guidelines, with matches to step through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _
from annotator.ui.panels.guidelines.search_field import search_key
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.markdown_view import MarkdownView

MARGIN = 14


class GuidelinesText(MarkdownView):
    """Guidelines to read. ``search_requested``: Ctrl+F. ``stepped``: F3 or Shift+F3. ``left``: Escape."""

    search_requested = Signal()
    stepped = Signal(int)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "guidelinesText", MARGIN, parent)
        self.setAccessibleName(_("Guidelines"))
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of searching, and Escape, from the window's shortcuts."""
        key = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride else None
        if key and (search_key(key) or key.key() == Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F3:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif search_key(event):
            self.search_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Go to the next lit match after the caret, or before it, and around the ends."""
        if not self.matches:
            return
        here = self.textCursor().selectionStart() if self.textCursor().hasSelection() else -1
        starts = [match.selectionStart() for match in self.matches]
        after = [at for at, start in enumerate(starts) if start > here]
        before = [at for at, start in enumerate(starts) if start < here]
        place = (after or [0])[0] if by > 0 else (before or [len(starts) - 1])[-1]
        self.setTextCursor(QTextCursor(self.matches[place]))
        self.ensureCursorVisible()
