"""Layer over a window with a card that points at a part of it; keeps keyboard and mouse as long as it is shown."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import CARD_RADIUS
from annotator.ui.theme.sharp import paint_outline, pen, ratio_of
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.pointing.pointing_card import PointingCard, Stop
from annotator.ui.widgets.pointing.pointing_place import GAP, Place, Side, place_beside

RING, SHADE_LIGHT, SHADE_DARK, ARROW = 4, 46, 110, 9
SLOPES = {Side.BELOW: (1, 0, 0, 1), Side.ABOVE: (1, 0, 0, -1), Side.RIGHT: (0, 1, 1, 0), Side.LEFT: (0, 1, -1, 0)}
"""For each side the direction across the arrow, and the one from its tip to the card."""

CHANGES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)
FORTH, BACK = (Qt.Key.Key_Right, Qt.Key.Key_Down), (Qt.Key.Key_Left, Qt.Key.Key_Up)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = (QEvent.Type.ShortcutOverride,)
MOUSE = (
    *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease),
    *(QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel, QEvent.Type.ContextMenu),
)


class PointingLayer(QWidget):
    """Layer with one stop after another. ``stepped``: 1 or −1; ``left``: to be closed; ``moved``: point again.

    ``moved`` is emitted when the window or the part pointed at has another size or place, or was shown or hidden.
    """

    stepped = Signal(int)
    left = Signal()
    moved = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._part: QWidget | None = None
        self._rect, self._place = QRect(), Place(QRect(), Side.INSIDE, QPoint())
        self.setObjectName("pointingLayer")
        self.card = PointingCard(look, self)
        for button in self.card.buttons:
            button.installEventFilter(self)
        self.card.stepped.connect(self.stepped)
        self.card.left.connect(self.left)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.moved)
        window.installEventFilter(self)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._hold_keyboard)
        look.changed.connect(self.update)

    def point(self, stop: Stop, part: QWidget, rect: QRect) -> None:
        """Show the stop; ``rect`` is what it points at, in the coordinates of ``part``."""
        if part is not self._part:
            if self._part and self._part is not self._window:
                self._part.removeEventFilter(self)
            self._part = part
            part.installEventFilter(self)
        self.setGeometry(self._window.rect())
        self.setAccessibleName(stop.spoken)
        self._rect = QRect(part.mapTo(self._window, rect.topLeft()), rect.size()).intersected(self.rect())
        self.card.show_stop(stop)
        self._place = place_beside(self._rect, self.card.size_in(self.width()), self.rect())
        self.card.setGeometry(self._place.card)
        self.show()
        self.raise_()
        self.update()
        if not self._has_keyboard():
            take_keyboard(self.card.forth, Qt.FocusReason.TabFocusReason)

    def end(self) -> None:
        """Take the layer away."""
        cast(QApplication, QApplication.instance()).focusChanged.disconnect(self._hold_keyboard)
        self._window.removeEventFilter(self)
        if self._part:
            self._part.removeEventFilter(self)
        self._later.stop()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self.card.buttons:
            return event.type() == QEvent.Type.KeyPress and self._took(cast(QKeyEvent, event))
        if event.type() in CHANGES and watched in (self._window, self._part):
            self._later.start()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep keys from the window's shortcuts, and presses from what lies below."""
        if event.type() in (*KEYS, *MOUSE):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._took(event)
        event.accept()

    def _took(self, event: QKeyEvent) -> bool:
        """Act on the key and return whether it was one of the layer's own."""
        key = Qt.Key(event.key())
        leftwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        turned = leftwards and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if key in FORTH or key in BACK:
            self.card.step(1 if (key in FORTH) != turned else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.card.focus_next(-1 if key == Qt.Key.Key_Backtab else 1)
        elif key in ENTER:
            self.card.press()
        else:
            return False
        return True

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused) and focused.isEnabled()

    def _hold_keyboard(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Take the keyboard back from a part of the window that was given it meanwhile."""
        if now and now.window() is self._window and not self.isAncestorOf(now) and self.isVisible():
            QTimer.singleShot(0, self, lambda: take_keyboard(self.card.forth))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self._rect).intersected(QRectF(self.rect()))
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        lit = QPainterPath()
        lit.addRoundedRect(ring, RING, RING)
        if not theme.high_contrast:
            painter.fillPath(shade.subtracted(lit), QColor(0, 0, 0, SHADE_DARK if theme.dark else SHADE_LIGHT))
        paint_outline(painter, ring, theme.accent, RING, width=2)
        self._paint_card(painter)

    def _paint_card(self, painter: QPainter) -> None:
        """Draw the card's ground with its arrow in one outline."""
        theme, card = self._look.theme, QRectF(self._place.card)
        shape = QPainterPath()
        shape.addRoundedRect(card, CARD_RADIUS, CARD_RADIUS)
        arrow = QPainterPath()
        arrow.addPolygon(self._arrow())
        arrow.closeSubpath()
        painter.setPen(pen(theme.control, 1, ratio_of(painter)))
        painter.setBrush(theme.raised)
        painter.drawPath(shape.united(arrow))

    def _arrow(self) -> QPolygonF:
        side = Side.BELOW if self._place.side is Side.INSIDE else self._place.side
        across_x, across_y, on_x, on_y = SLOPES[side]
        tip, reach = self._place.tip, GAP + 1
        foot = tip + QPoint(on_x * reach, on_y * reach)
        across = QPoint(across_x * ARROW, across_y * ARROW)
        return QPolygonF([tip, foot - across, foot + across])
