"""Card over a page that holds a folded panel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import CARD_RADIUS
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.buttons.icon_button import IconButton

WIDTH, AROUND, INSET = 304, 8, 4
"""Width of the card, distance from the edges, in which its shadow lies, and of its content from its border."""

ROOM = WIDTH + AROUND
"""Room that the card takes from the text: its shadow may lie on the text's margin."""

SHADOW = 5


class Overlay(QWidget):
    """Card at one side of ``page``. ``left``: it is to be closed. ``keep_asked``: its panel is to be docked instead."""

    left = Signal()
    keep_asked = Signal()

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self.setObjectName("overlay")
        self._keep = IconButton(look, "panel", _("Keep open"), self)
        self._close = IconButton(look, "close", _("Close"), self)
        self._close.setObjectName("closeOverlay")
        self._keep.clicked.connect(self.keep_asked)
        self._close.clicked.connect(self.left)
        self._top = QHBoxLayout()
        self._top.setSpacing(0)
        self._top.addWidget(self._keep)
        self._top.addWidget(self._close)
        self._column = QVBoxLayout(self)
        edge = AROUND + INSET
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(0)
        self._column.addLayout(self._top)
        self.hide()
        look.changed.connect(self.update)

    def hold(self, header: QWidget, panel: QWidget) -> None:
        """Show the panel under its header."""
        self._top.insertWidget(0, header, 1)
        self._column.addWidget(panel, 1)
        self.setAccessibleName(panel.accessibleName())
        header.show()
        panel.show()
        self.show()
        self.raise_()

    def allow_keeping(self, refusal: str) -> None:
        """Enable the button that keeps the panel open; a ``refusal``, unless empty, disables it and is its tooltip."""
        self._keep.setEnabled(not refusal)
        self._keep.setToolTip(refusal or self._keep.accessibleName())

    def place(self, room: QRect, *, at_left: bool) -> None:
        """Stand at one side of ``room``."""
        width = min(ROOM + AROUND, room.width())
        x = room.left() if at_left else room.right() + 1 - width
        self.setGeometry(x, room.top(), width, room.height())

    def card_left(self, window: QWidget) -> int:
        """Return the card's left edge in the window."""
        return self.mapTo(window, QPoint(AROUND, 0)).x()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep presses and turns of the wheel on the card from the page below."""
        below = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel)
        return super().event(event) or event.type() in below

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 20 if theme.dark else 7))
            around = card.adjusted(-step, 2 - step, step, 2 + step)
            painter.drawRoundedRect(around, CARD_RADIUS + step, CARD_RADIUS + step)
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(card, CARD_RADIUS, CARD_RADIUS)
        paint_outline(painter, card, theme.control if theme.dark else theme.border, CARD_RADIUS)
