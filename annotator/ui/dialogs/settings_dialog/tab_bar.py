"""Tab bar of plain text with a line under the current tab."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.fonts import STRONG, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on, placed
from annotator.ui.theme.sharp import paint_outline

HEIGHT, SIDE, LINE, LEFT = 44, 14, 2, 10


class PlainTabBar(QTabBar):
    """Tab bar without frames, and with a focus ring."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(_("Pages"))
        self.setDrawBase(False)
        self.setExpanding(False)

    def tabSizeHint(self, index: int) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.tabText(index)) + 2 * SIDE + (LEFT if index == 0 else 0), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = painter_on(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.border)
        for tab in range(self.count()):
            self._paint_tab(painter, tab)

    def _paint_tab(self, painter: QPainter, tab: int) -> None:
        theme, current = self._look.theme, tab == self.currentIndex()
        whole = QRectF(self.tabRect(tab))
        box = placed(painter, whole.adjusted(LEFT if tab == 0 else 0, 0, 0, 0), whole)
        painter.setFont(chrome_font(0, STRONG) if current else chrome_font())
        painter.setPen(theme.text if current else theme.muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tabText(tab))
        if current:
            painter.fillRect(QRectF(box.left() + SIDE, box.bottom() - LINE, box.width() - 2 * SIDE, LINE), theme.accent)
            if self.hasFocus():
                paint_outline(painter, box.adjusted(4, 8, -4, -8), theme.accent, 6, width=2)
