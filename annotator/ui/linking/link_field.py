"""Field of the list of candidates: words narrow it, and keys choose in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.ui.widgets.keyboard import UP_AND_DOWN
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.lists.rows_view import ENTER

ALT, SHIFT, KEYPAD = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


class LinkField(FilterField):
    """Field that keeps the keyboard as long as the mode lasts.

    ``stepped``: Tab or an arrow, 1 or -1. ``numbered``: a digit alone while the field is empty, or with Alt. ``taken``:
    Enter; True with Shift. ``turned``: Alt+T. ``escaped``: Escape. Digits choose also where the field is not empty as
    long as it is ``asking``.
    """

    stepped = Signal(int)
    numbered = Signal(int)
    taken = Signal(bool)
    turned = Signal()
    escaped = Signal()
    asking = False

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the mode from the window's shortcuts, its menus among them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self._is_own(event):
                event.accept()
                return True
            if not self.text() and any(map(event.matches, HISTORY)):
                event.ignore()  # nothing is typed that could be undone: the window undoes the last link
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & ALT)
        if key in ENTER:
            self.taken.emit(bool(event.modifiers() & SHIFT))
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in UP_AND_DOWN:
            self.stepped.emit(UP_AND_DOWN[Qt.Key(key)])
        elif alt and key == Qt.Key.Key_T:
            self.turned.emit()
        elif key in DIGITS and (alt or not self.text() or self.asking):
            self.numbered.emit(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Step through the candidates with Tab, which would leave the field."""
        self.stepped.emit(1 if forwards else -1)
        return True

    def _is_own(self, event: QKeyEvent) -> bool:
        alone = event.modifiers() & ~(SHIFT | KEYPAD) == Qt.KeyboardModifier.NoModifier
        with_alt = event.modifiers() & ~KEYPAD == ALT
        if alone:
            return event.key() in (*ENTER, Qt.Key.Key_Escape)
        return with_alt and (event.key() == Qt.Key.Key_T or event.key() in DIGITS)
