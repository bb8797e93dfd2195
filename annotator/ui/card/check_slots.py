"""The slots of the check, below those of what is said: they come into view a picture later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.card.slot_frame import SlotFrame


class CheckSlots(QWidget):
    """Column of ``slots`` that keeps its room while it is not shown yet, so that nothing moves when it is.

    ``coming``: it is to be shown, and filled before.
    """

    coming = Signal()

    def __init__(self, slots: Sequence[SlotFrame], parent: QWidget) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._come)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for slot in slots:
            column.addWidget(slot)

    @property
    def is_awaited(self) -> bool:
        """True until the slots are filled and shown."""
        return self._soon.isActive()

    def follow_soon(self) -> None:
        """Fill and show the slots once what stands above them is painted, which takes half as long then."""
        self.hide()
        self._soon.start()

    def follow(self) -> None:
        """Fill and show the slots now, as a key asks for them."""
        if self.is_awaited:
            self._soon.stop()
            self._come()

    def _come(self) -> None:
        self.coming.emit()
        self.show()
