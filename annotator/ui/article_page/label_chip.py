"""Button for one label in the label bar, with its key and its name drawn in its mark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.language.label_names import shown_name
from annotator.model.scheme import Label
from annotator.model.visible import visible
from annotator.translation.messages import _, listed, pgettext
from annotator.ui.theme.draw_buttons import DISABLED_OPACITY
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on, placed
from annotator.ui.theme.name_mark import name_width, paint_name
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.keyboard import arrow_step

HEIGHT, RADIUS, LEFT, GAP, RIGHT, PADLOCK = 30, 7, 6, 8, 10, 20
RING = 1
LONGEST = 240
"""Width in pixels from which on a name is cut off; the card has the whole."""

PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class LabelChip(QAbstractButton):
    """Button of one label.

    ``clicked``: a click or Enter, to annotate the selection. ``lock_asked``: a double click or Shift+Enter.
    ``stepped``: an arrow key; 1 for the next chip, -1 for the previous one. ``explained``: the pointer rests on the
    chip or it got the focus by keyboard; ``left``: the guideline is to be hidden. ``text_asked``: Escape, to return
    to the text.
    """

    lock_asked = Signal()
    stepped = Signal(int)
    explained = Signal()
    left = Signal()
    text_asked = Signal()

    def __init__(self, look: Look, label: Label, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._look = look
        self._key = key.upper()
        self._locked = False
        self.setText(shown_name(label))
        self.setShortcut(QKeySequence())  # Qt sets a shortcut where the text contains “&”
        self.setObjectName(f"label-{label.id}")
        self.setFont(chrome_font())
        self.setFixedSize(self._size())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleDescription(visible(label.guideline.definition))
        self._update_accessible_name()
        look.changed.connect(self.update)

    @property
    def locked(self) -> bool:
        return self._locked

    def set_locked(self, locked: bool) -> None:
        """Show whether the label is locked, so that every selection gets it at once."""
        if locked != self._locked:
            self._locked = locked
            self.setFixedSize(self._size())
            self._update_accessible_name()
            self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.explained.emit()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in BY_KEYBOARD:
            self.explained.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.left.emit()
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.left.emit()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if step := arrow_step(key, self):
            self.stepped.emit(step)
        elif key in PRESSING and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.lock_asked.emit()
        elif key in PRESSING:
            self.click()
        elif key == Qt.Key.Key_Escape:
            self.text_asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.left.emit()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.lock_asked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = painter_on(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED_OPACITY)
        self._paint_background(painter, chip)
        x = chip.left() + LEFT
        if self._key:
            cap = placed(painter, QRectF(x, chip.top(), key_cap_width(self._key), chip.height()), chip)
            x += paint_key_cap(painter, QPointF(cap.left(), chip.center().y()), self._key, theme) + GAP
        shown = self._shown()
        width = name_width(shown, self.label.mark, self.font())
        name = QRectF(x, chip.top(), width, chip.height())
        paint_name(painter, placed(painter, name, chip), shown, theme.label(self.label, self.label.id), theme)
        if self._locked:
            lock = QRectF(name.right() + 2, chip.top(), PADLOCK + 4, chip.height())
            paint_icon(painter, placed(painter, lock, chip), "lock", theme.text, 14)

    def _paint_background(self, painter: QPainter, chip: QRectF) -> None:
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        if self._locked or (self.isEnabled() and (self.isDown() or self.underMouse())):
            painter.setBrush(theme.accent_soft if self._locked else theme.pressed if self.isDown() else theme.hover)
            painter.drawRoundedRect(chip, RADIUS, RADIUS)
        if self._locked:
            paint_outline(painter, chip, theme.accent, RADIUS, width=1.5)
        if self.hasFocus():
            paint_outline(painter, QRectF(self.rect()), theme.accent, RADIUS + RING, width=2)

    def _size(self) -> QSize:
        cap = key_cap_width(self._key) + GAP if self._key else 0
        width = LEFT + cap + name_width(self._shown(), self.label.mark, self.font()) + RIGHT
        return QSize(round(width + (PADLOCK if self._locked else 0)) + 2 * RING, HEIGHT + 2 * RING)

    def _shown(self) -> str:
        return QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, LONGEST)

    def _update_accessible_name(self) -> None:
        key = _("key {key}").format(key=self._key) if self._key else ""
        locked = pgettext("a label", "locked") if self._locked else ""
        self.setAccessibleName(listed(part for part in (self.text(), key, locked) if part))
