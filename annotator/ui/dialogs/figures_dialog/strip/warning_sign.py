"""Triangle of what does not fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.icons import ICON, paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on


class WarningSign(QWidget):
    """Icon in the colour of warnings."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(ICON, ICON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(painter_on(self), QRectF(self.rect()), "warning", self._look.theme.warning)
