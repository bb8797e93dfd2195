"""Menu button without a frame until it is hovered or focused."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.widgets.buttons.painted_button import OPENING, PaintedButton
from annotator.ui.widgets.menu_place import open_below
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, SIDE, CHEVRON, RADIUS = 24, 6, 14, 6


class QuietButton(PaintedButton):
    """Button with text and chevron that opens ``menu``; ``muted`` draws it in the colour of hints."""

    pressing = OPENING

    def __init__(self, look: Look, menu: QMenu, *, muted: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._menu, self._muted = menu, muted
        self._width: tuple[str, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Open the menu below the button."""
        open_below(self._menu, self)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._width = None

    def sizeHint(self) -> QSize:
        text = self.text()
        if self._width is None or self._width[0] != text:
            self._width = text, round(QFontMetricsF(self.font()).horizontalAdvance(text))
        return QSize(self._width[1] + 2 * SIDE + CHEVRON + 3, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * SIDE + CHEVRON + 20, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = self.painter(), self._look.theme, QRectF(self.rect())
        self.paint_ground(painter, rect, RADIUS)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        colour = theme.muted if self._muted else theme.text
        painter.setPen(colour)
        metrics = QFontMetricsF(self.font())
        room = rect.adjusted(SIDE, 0, -SIDE - CHEVRON - 3, 0)
        words = placed(painter, room.adjusted(0, 0, 1, 0), rect)
        paint_line(painter, words, self.text(), metrics, leading=True)
        if self.isEnabled():
            shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
            chevron = QRectF(room.left() + metrics.horizontalAdvance(shown) + 3, 0, CHEVRON, rect.height())
            paint_icon(painter, placed(painter, chevron, rect), "chevron-down", colour, CHEVRON)
