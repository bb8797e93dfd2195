"""Thin bar below the header of a list: how much of it is decided."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on
from annotator.ui.theme.paint import SHARE_BAR, paint_share
from annotator.ui.widgets.panel_header import PADDING

HEIGHT = SHARE_BAR + 8


class ProgressLine(QProgressBar):
    """Bar that is filled by a share; it says that to screen readers as well."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, done: int, total: int, words: str) -> None:
        """Show how many of all are done, which is ``words`` in words."""
        if (done, max(total, 1)) != (self.value(), self.maximum()):
            self.setUpdatesEnabled(False)  # Qt would paint whatever is due in the window before it sets the value
            self.setRange(0, max(total, 1))
            self.setValue(done)
            self.setUpdatesEnabled(True)
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        bar = QRectF(PADDING, 0, self.width() - 2 * PADDING, SHARE_BAR)
        paint_share(painter_on(self), bar, self.value() / self.maximum(), self._look.theme)
