"""Card of the start page: a ground with a border, for what is offered."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import CARD_RADIUS
from annotator.ui.theme.sharp import paint_outline, ratio_of, snapped_rect

PADDING = 16


class Card(QWidget):
    """Widget on a card; ``tinted`` gives it the ground of panels. Lines stand above the ``ruled`` widgets."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, tinted: bool = False) -> None:
        super().__init__(parent)
        self._look, self._tinted = look, tinted
        self.ruled: tuple[QWidget, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self._look.theme, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.panel if self._tinted or theme.dark else theme.raised)
        painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
        paint_outline(painter, rect, theme.border, CARD_RADIUS)
        for widget in self.ruled:
            line = QRectF(1, widget.geometry().top() - 1, rect.width() - 2, 1)
            painter.fillRect(snapped_rect(line, ratio_of(painter)), theme.border)
