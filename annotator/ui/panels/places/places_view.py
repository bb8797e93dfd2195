"""The list of what is proposed, with the keys that settle it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.ui.widgets.lists.rows_view import ENTER, RowsView

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
PLAIN = ~(Qt.KeyboardModifier.KeypadModifier)


class PlacesView(RowsView):
    """``all_entered``: Shift+Enter. ``stepped``: to the row's next candidate, or the one before."""

    all_entered = Signal()
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & PLAIN
        if key in ENTER and held == Qt.KeyboardModifier.ShiftModifier:
            self.all_entered.emit()
        elif key in STEPS and not held:
            self.stepped.emit(STEPS[key])
        else:
            super().keyPressEvent(event)
