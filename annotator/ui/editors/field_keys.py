"""Keys that every editor has: to keep, to go to the next field, to the text and to the next annotation."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


class FieldKeys(QObject):
    """Event filter for the widgets of an editor.

    ``kept``: Enter. ``forward``, ``back``: Tab, Shift+Tab. ``left``: Escape. ``onwards``: Ctrl+Enter. ``asked``: F2.
    """

    kept = Signal()
    forward = Signal()
    back = Signal()
    left = Signal()
    onwards = Signal()
    asked = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and (signal := self._signal(event)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                signal.emit()
                return True
        return super().eventFilter(watched, event)

    def _signal(self, event: QKeyEvent) -> SignalInstance | None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_F2 and held == NONE:
            return self.asked
        if key == Qt.Key.Key_Escape:
            return self.left
        if key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and held == SHIFT):
            return self.back
        if key == Qt.Key.Key_Tab and held == NONE:
            return self.forward
        if key in ENTER and held == CTRL:
            return self.onwards
        return self.kept if key in ENTER and held == NONE else None
