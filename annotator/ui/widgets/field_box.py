"""Rounded frame around a multi-line text field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline

RADIUS, MARGIN = 6, 4


class FieldBox(QWidget):
    """Frame around ``field`` with a focus ring while the field has the focus."""

    def __init__(self, look: Look, field: QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._field, self._wrong = look, field, False
        field.setFrameShape(QFrame.Shape.NoFrame)
        field.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(field)
        self.setFocusProxy(field)
        look.changed.connect(self.update)

    def set_wrong(self, *, on: bool) -> None:
        """Show that what stands in the field is not understood, or that it is."""
        if on != self._wrong:
            self._wrong = on
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.base)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        focused = self._field.hasFocus()
        colour = theme.error if self._wrong else theme.accent if focused else theme.outline
        paint_outline(painter, QRectF(self.rect()), colour, RADIUS, width=2 if focused else 1)
