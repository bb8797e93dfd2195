"""Dialog that fits its screen: where its content does not fit, it scrolls and the buttons below stay in sight.

Enter presses the button that has the keyboard, as Space does on every system.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from annotator.translation.messages import _
from annotator.ui.widgets.buttons.focused_button import press_focused
from annotator.ui.widgets.screen_room import move_into_room, resize_into_room


class FittingDialog(QDialog):
    """Dialog that takes a size only as far as there is room, and comes up with its frame on the screen."""

    def fit(self, size: QSize) -> None:
        """Take ``size`` or the room there is."""
        resize_into_room(self, size)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            move_into_room(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard; Qt would press the default one, or none."""
        if not press_focused(self, event):
            super().keyPressEvent(event)


class ScrolledContent(QScrollArea):
    """Area that gives its content all the room there is, and scrolls where that is less than it needs."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setAccessibleName(content.accessibleName() or _("Content"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the content the viewport's size, or the smallest at which everything in it can be seen."""
        room = self.maximumViewportSize()
        if self._least.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        if self._least_height(room.width()) > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        width = max(room.width(), self._least.width())
        self._content.resize(width, max(room.height(), self._least_height(width)))

    @property
    def _least(self) -> QSize:
        return self._content.minimumSizeHint().expandedTo(self._content.minimumSize())

    def _least_height(self, width: int) -> int:
        layout = self._content.layout()
        wrapped = layout.minimumHeightForWidth(width) if layout and layout.hasHeightForWidth() else 0
        return max(wrapped, self._least.height())
