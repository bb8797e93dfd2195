"""Base class of buttons that paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on
from annotator.ui.theme.sharp import paint_outline

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OPENING = (*ENTER, Qt.Key.Key_Down, Qt.Key.Key_F4)
"""Keys that open the menu of a button that has one."""


class PaintedButton(QAbstractButton):
    """Button with hover background and focus ring; the keys in ``pressing`` click it, as Space does."""

    pressing: tuple[Qt.Key, ...] = ENTER

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    def setText(self, text: str) -> None:
        """Show ``text`` literally: an ampersand in it makes no shortcut."""
        if text != self.text():
            super().setText(text)
            self.setShortcut(QKeySequence())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self.pressing:
            self.click()
        else:
            super().keyPressEvent(event)

    def painter(self) -> QPainter:
        """Return an antialiasing painter on the button, in its direction."""
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter

    @property
    def has_ground(self) -> bool:
        """True where ``paint_ground`` draws something."""
        return self.hasFocus() or self._is_lit

    @property
    def _is_lit(self) -> bool:
        """True while it is hovered or pressed."""
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def paint_ground(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        """Draw the background of a hovered or pressed button, and the focus ring of a focused one."""
        theme = self._look.theme
        if self._is_lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.pressed if self.isDown() else theme.hover)
            painter.drawRoundedRect(rect, radius, radius)
        if self.hasFocus():
            paint_outline(painter, rect, theme.accent, radius, width=2)

    def paint_option(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        """Draw the background and the outline of an option, which is chosen while the button is checked."""
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent_soft if self.isChecked() else theme.base)
        painter.drawRoundedRect(rect, radius, radius)
        self.paint_ground(painter, rect, radius)
        if self.isChecked():
            paint_outline(painter, rect, theme.accent, radius, width=2.5 if self.hasFocus() else 1.5)
        elif not self.hasFocus():
            paint_outline(painter, rect, theme.outline, radius)
