"""Query field of the palette, which passes navigation keys on to the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.mirroring import margins

HEIGHT, PAGE = 42, 9
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ALONE = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)


class PaletteField(QLineEdit):
    """Line edit. ``stepped``: number of rows to move down, negative for up. ``entered``: Enter. ``left``: Escape."""

    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paletteField")
        self.setAccessibleName(_("Command, annotation or article"))
        self.setPlaceholderText(_("Run a command or go to…"))
        self.setFrame(False)
        self.setFixedHeight(HEIGHT)
        self.setTextMargins(margins(34, 0, 8, 0))
        self.setMaxLength(200)

    def event(self, event: QEvent) -> bool:
        """Handle the list's keys before the window's shortcuts and Qt's focus change see them."""
        if isinstance(event, QKeyEvent) and _is_for_list(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._act(Qt.Key(event.key()))
                return True
        return super().event(event)

    def _act(self, key: Qt.Key) -> None:
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in ENTER:
            self.entered.emit()
        else:
            self.left.emit()


def _is_for_list(event: QKeyEvent) -> bool:
    keys = (*STEPS, *ENTER, Qt.Key.Key_Escape)
    return event.key() in keys and not event.modifiers() & ALONE
