"""List view of proposals with additional keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.ui.widgets.keyboard import sideways_step
from annotator.ui.widgets.lists.rows_view import ENTER, RowsView

PLAIN = ~(Qt.KeyboardModifier.KeypadModifier)


class PlacesView(RowsView):
    """List view. ``all_entered``: Shift+Enter. ``stepped``: Left or Right, to the place before (-1) or after (1)."""

    all_entered = Signal()
    stepped = Signal(int)

    def minimumSizeHint(self) -> QSize:
        """Return the size of one row: in a low window the banners and the text need the room."""
        return QSize(super().minimumSizeHint().width(), self.verticalHeader().defaultSectionSize())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & PLAIN
        if key in ENTER and held == Qt.KeyboardModifier.ShiftModifier:
            self.all_entered.emit()
        elif (step := sideways_step(key, self)) and not held:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)
