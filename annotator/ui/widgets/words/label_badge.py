"""Badge of a label as a widget, beside its name."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.model.scheme import Scheme
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import LIST_BADGE, paint_badge


class LabelBadge(QWidget):
    """Badge with the sign of a label; nothing as long as none is shown."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[str, Scheme] | None = None
        self.setFixedSize(LIST_BADGE, LIST_BADGE)
        look.changed.connect(self.update)

    def show_label(self, label: str, scheme: Scheme) -> None:
        """Show the badge of the label with that id."""
        self._shown = label, scheme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown:
            label, scheme = self._shown
            colours = self._look.theme.label(scheme.label(label), label)
            paint_badge(QPainter(self), QRectF(self.rect()), colours, colours.sign, selected=True)
