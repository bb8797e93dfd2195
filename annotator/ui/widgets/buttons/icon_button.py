"""Small button with an icon and no frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.painted_button import PaintedButton

SIDE, RADIUS = 24, 6


class IconButton(PaintedButton):
    """Button that shows the icon ``name``; ``text`` is its tooltip and its name for assistive technology."""

    def __init__(self, look: Look, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._name = name
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = self.painter(), self._look.theme, QRectF(self.rect())
        self.paint_ground(painter, rect, RADIUS)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        paint_icon(painter, rect, self._name, theme.text)
