"""A button that is only words until the pointer or the keyboard is on it, and opens a menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget

from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look

HEIGHT, SIDE, CHEVRON = 24, 6, 14
OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)


class QuietButton(QAbstractButton):
    """Its text and a chevron; ``muted`` in the colour of hints."""

    def __init__(self, look: Look, menu: QMenu, *, muted: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._menu, self._muted = look, menu, muted
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        look.changed.connect(self.update)

    def open_menu(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def setText(self, text: str) -> None:
        super().setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(width) + 2 * SIDE + CHEVRON + 3, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * SIDE + CHEVRON + 20, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.pressed if self.isDown() else theme.hover)
            painter.drawRoundedRect(rect, 6, 6)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        colour = theme.muted if self._muted else theme.text
        painter.setPen(colour)
        metrics = QFontMetricsF(self.font())
        room = rect.adjusted(SIDE, 0, -SIDE - CHEVRON - 3, 0)
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if self.isEnabled():
            chevron = QRectF(room.left() + metrics.horizontalAdvance(shown) + 3, 0, CHEVRON, rect.height())
            paint_icon(painter, chevron, "chevron-down", colour, CHEVRON)
        self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
