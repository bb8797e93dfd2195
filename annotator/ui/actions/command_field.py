"""Button at the right of the menu bar that looks like a field and opens the command palette."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenuBar, QSizePolicy, QWidget

from annotator.translation.messages import N_, _
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, placed
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.buttons.painted_button import ENTER, PaintedButton
from annotator.ui.widgets.words.key_names import caption

WIDTH, HEIGHT, RADIUS = 300, 24, 6
ABOVE, BELOW, BESIDE = 4, 5, 10
"""Margins of the field, in pixels: a menu bar gives its corner widget none."""

ICON_COLUMN, SIDE = 30, 4
WORDS, BRIEF_WORDS = N_("Run a command or go to…"), N_("Run…")
BRIEF_WIDTH = 132


class CommandField(PaintedButton):
    """``clicked``: the command palette is wanted."""

    pressing = (*ENTER, Qt.Key.Key_Down)

    def __init__(self, look: Look, key: QKeySequence, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._key, self._width = "", WIDTH
        self.setObjectName("commandField")
        self.setText(_(WORDS))
        self.setFont(chrome_font())
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_key(key)

    def set_key(self, key: QKeySequence) -> None:
        """Show the key that opens the palette too."""
        shown = caption(key.toString(QKeySequence.SequenceFormat.PortableText))
        self._key = shown.replace("+", " ")
        name = _("Run a command or go to, {key}") if shown else _("Run a command or go to")
        self.setAccessibleName(name.format(key=shown))
        self.update()

    def set_brief(self, *, on: bool) -> None:
        """Be short, or as long as usual."""
        width = BRIEF_WIDTH if on else WIDTH
        if width != self._width:
            self._width = width
            self.setText(_(BRIEF_WORDS if on else WORDS))
            bar = self.parentWidget()
            if isinstance(bar, QMenuBar):
                bar.setCornerWidget(self, Qt.Corner.TopRightCorner)  # the bar asks for the width only then

    def sizeHint(self) -> QSize:
        words = ceil(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 1
        cap = ceil(key_cap_width(self._key)) if self._key else 0
        width = max(self._width, ICON_COLUMN + words + cap + 2 * SIDE)
        return QSize(width + BESIDE, ABOVE + HEIGHT + BELOW)

    def minimumSizeHint(self) -> QSize:
        return QSize(ICON_COLUMN + round(key_cap_width(self._key)) + SIDE + BESIDE, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give Esc to the window, as the menu bar, which has no use for it, would keep it."""
        if event.key() == Qt.Key.Key_Escape:
            QApplication.sendEvent(self.window(), event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = self.painter(), self._look.theme
        whole = QRectF(self.rect())
        rect = placed(painter, whole.adjusted(0, ABOVE, -BESIDE, -BELOW), whole)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.base if self.underMouse() else theme.panel)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        focused = self.hasFocus()
        paint_outline(painter, rect, theme.accent if focused else theme.outline, RADIUS, width=2 if focused else 1)
        glass = QRectF(rect.left(), rect.top(), ICON_COLUMN, rect.height())
        paint_icon(painter, placed(painter, glass, rect), "search", theme.muted)
        cap = key_cap_width(self._key) if self._key else 0.0
        if self._key:
            box = placed(painter, QRectF(rect.right() - SIDE - cap, rect.top(), cap, rect.height()), rect)
            paint_key_cap(painter, QPointF(box.left(), rect.center().y()), self._key, theme)
        self._paint_words(painter, placed(painter, rect.adjusted(ICON_COLUMN, 0, -cap - 2 * SIDE, 0), rect))

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        words = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self._look.theme.muted)
        painter.drawText(room, LEADING, words)
