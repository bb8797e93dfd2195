"""Dashed chip of an attribute that has no value yet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import plain_line
from annotator.model.scheme import AttributeRule
from annotator.session.editing.attribute_words import capitalised, value_words
from annotator.translation.messages import _
from annotator.ui.theme.draw_buttons import DISABLED_OPACITY
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.theme.sharp import inside, pen, ratio_of
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.line_of_text import paint_line, show_tip

HEIGHT, SIDE, ICON, GAP = 24, 8, 12, 5


class EmptyChip(PaintedButton):
    """Button “+ Verdict”; ``name`` is the attribute's id. The first key of its values stands behind the name.

    ``asked``: F2, for what the scheme says.
    """

    asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.name = ""
        self._shown: tuple[AttributeRule, str, str] | None = None
        self._key = ""
        self.setFont(small_font())

    def show_rule(self, rule: AttributeRule, key: str = "", *, locked: str = "") -> None:
        """Show the attribute's name; ``locked`` is the reason why it cannot be given a value."""
        if self._shown == (rule, key, locked):
            return
        self._shown, self.name, self._key = (rule, key, locked), rule.id, key.upper()
        name = plain_line(capitalised(rule.id))
        self.setText(f"{name} *" if rule.required else name)
        self.setObjectName(f"add-{rule.id}")
        spoken = _("Add a required value: {attribute}") if rule.required else _("Add a value: {attribute}")
        self.setAccessibleName(spoken.format(attribute=name))
        show_tip(self, locked or "\n".join(filter(None, (rule.guideline.definition, _keys_tip(rule, key)))))
        self.setEnabled(not locked)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(SIDE + ICON + GAP + words + self._cap() + SIDE + 2), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(SIDE + ICON + GAP + 24 + SIDE, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole, theme = self.painter(), QRectF(self.rect()), self._look.theme
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED_OPACITY)
        self.paint_ground(painter, whole, HEIGHT / 2)
        if not self.hasFocus():
            ratio = ratio_of(painter)
            dashes = pen(theme.control, 1, ratio)
            dashes.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(dashes)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside(whole, 1, ratio), HEIGHT / 2 - 1, HEIGHT / 2 - 1)
        paint_icon(painter, placed(painter, QRectF(SIDE, 0, ICON, HEIGHT), whole), "plus", theme.muted, ICON)
        painter.setFont(self.font())
        painter.setPen(theme.muted)
        room = whole.adjusted(SIDE + ICON + GAP, 0, -SIDE - self._cap() + 1, 0)
        paint_line(painter, placed(painter, room, whole), self.text(), QFontMetricsF(self.font()), leading=True)
        if self._key:
            width = key_cap_width(self._key)
            cap = placed(painter, QRectF(whole.right() - SIDE - width, 0, width, HEIGHT), whole)
            paint_key_cap(painter, QPointF(cap.left(), cap.center().y()), self._key, theme)

    def _cap(self) -> float:
        return key_cap_width(self._key) + GAP if self._key else 0


def _keys_tip(rule: AttributeRule, key: str) -> str:
    """Return what the keys set, one choice a line; empty where the first of them does nothing."""
    lines = (f"{keys.upper()}  {plain_line(value_words(choice, rule))}" for choice, keys in rule.keys)
    return "\n".join(lines) if key else ""
