"""Field of the find bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.ui.widgets.lists.filter_field import FilterField

CASE_KEY, WHOLE_KEY = "Alt+C", "Alt+W"


class FindField(FilterField):
    """Line edit. ``stepped``: 1 for the next match, -1 for the previous one. ``entered``: Enter. ``left``: Escape.

    ``case_toggled``, ``whole_words_toggled``: the keys of these choices.
    """

    stepped = Signal(int)
    entered = Signal()
    case_toggled = Signal()
    whole_words_toggled = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the choices from the window's menus."""
        key = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride else None
        if key and _keys(key) in (CASE_KEY, WHOLE_KEY):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case _ if _keys(event) == CASE_KEY:
                self.case_toggled.emit()
            case _ if _keys(event) == WHOLE_KEY:
                self.whole_words_toggled.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.stepped.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


def _keys(event: QKeyEvent) -> str:
    modifiers, key = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key())
    return QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence.SequenceFormat.PortableText)
