"""Notice of a window's move to a screen of another scale."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget


class ScaleWatch(QWidget):
    """Unseen part of ``parent``. ``changed``: a pixel of the screen has another size now.

    Qt makes no change event of it, and a widget that looked at every event of its own in Python would do so some
    hundred times while a window is built; an unseen part is told of little else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.changed.emit()
        return super().event(event)
