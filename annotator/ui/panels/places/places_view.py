"""List view of proposals with additional keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.ui.widgets.lists.rows_view import ENTER, RowsView

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
PLAIN = ~(Qt.KeyboardModifier.KeypadModifier)


class PlacesView(RowsView):
    """List view. ``all_entered``: Shift+Enter. ``stepped``: Left (-1) or Right (1), to another candidate."""

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
