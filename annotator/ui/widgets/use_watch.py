"""Watch for the next use of the program, after which a card that describes something is not wanted any more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

USES = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.WindowDeactivate,
    QEvent.Type.ApplicationStateChange,
)


class UseWatch(QObject):
    """``used``: a key, a press, a turn of the wheel, or another window in front, anywhere in the program."""

    used = Signal()

    def set_on(self, *, on: bool) -> None:
        """Watch from now on, or no longer."""
        if application := QApplication.instance():
            application.installEventFilter(self) if on else application.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in USES:
            self.used.emit()
        return False
