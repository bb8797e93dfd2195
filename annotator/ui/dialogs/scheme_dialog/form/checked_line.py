"""Line edit whose border shows that the typed text is refused."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline

HEIGHT, RADIUS, LONGEST = 28, 6, 10_000
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckedLine(QLineEdit):
    """Field of one line. ``kept``: Enter was pressed, or the keyboard has left a field that was typed into."""

    kept = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget, *, width: int = 0) -> None:
        super().__init__(parent)
        self._look, self._width, self.is_wrong = look, width, False
        self.setFixedHeight(HEIGHT)
        self.setMaxLength(LONGEST)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(self._width or 220, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._width or 80, 80), HEIGHT)

    def show_text(self, text: str) -> None:
        """Show a text, no longer as refused, unless it is shown already."""
        self.mark_wrong(on=False)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def mark_wrong(self, *, on: bool) -> None:
        """Show that what stands in the field is refused, or that it is not."""
        if on != self.is_wrong:
            self.is_wrong = on
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.kept.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_wrong:
            width = 2 if self.hasFocus() else 1.5
            paint_outline(QPainter(self), QRectF(self.rect()), self._look.theme.error, RADIUS, width=width)
