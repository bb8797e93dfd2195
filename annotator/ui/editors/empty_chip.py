"""Chip of an attribute that has no value yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.language.label_names import attribute_name
from annotator.language.plain_line import plain_line
from annotator.model.scheme import AttributeRule
from annotator.session.editing.values.attribute_words import value_words
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.dashed_chip import DashedChip
from annotator.ui.widgets.words.line_of_text import show_tip


class EmptyChip(DashedChip):
    """Button “+ Verdict”; ``name`` is the attribute's id. The first of the two keys that set a value stands behind it.

    ``asked``: F2, to be told what the scheme says of the attribute; the form keeps it from being a shortcut.
    """

    asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.name = ""
        self._shown: tuple[AttributeRule, str, str, str] | None = None

    def show_rule(self, rule: AttributeRule, key: str = "", *, locked: str = "", called: str = "") -> None:
        """Show the attribute's name, or what it is ``called``; ``locked`` is why it cannot be given a value."""
        if self._shown == (rule, key, locked, called):
            return
        self._shown, self.name, self.key = (rule, key, locked, called), rule.id, key.upper()
        name = plain_line(attribute_name(rule))
        words = called or name
        self.setText(f"{words} *" if rule.required else words)
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


def _keys_tip(rule: AttributeRule, key: str) -> str:
    """Return the two keys of each choice, one choice a line; empty where the keys do nothing."""
    lines = (f"{keys.upper()}  {plain_line(value_words(choice, rule))}" for choice, keys in rule.keys)
    return "\n".join(lines) if key else ""
