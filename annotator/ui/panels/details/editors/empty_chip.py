"""Dashed chip of an attribute that has no value yet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import plain_line
from annotator.model.scheme import AttributeRule
from annotator.session.editing.attribute_words import capitalised
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.dashed_chip import DashedChip
from annotator.ui.widgets.words.line_of_text import show_tip


class EmptyChip(DashedChip):
    """Button “+ Verdict”; ``name`` is the attribute's id."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.name = ""
        self._shown: tuple[AttributeRule, str] | None = None

    def show_rule(self, rule: AttributeRule, *, locked: str = "") -> None:
        """Show the attribute's name; ``locked`` is the reason why it cannot be given a value."""
        if self._shown == (rule, locked):
            return
        self._shown, self.name = (rule, locked), rule.id
        name = plain_line(capitalised(rule.id))
        self.setText(f"{name} *" if rule.required else name)
        self.setObjectName(f"add-{rule.id}")
        spoken = _("Add a required value: {attribute}") if rule.required else _("Add a value: {attribute}")
        self.setAccessibleName(spoken.format(attribute=name))
        show_tip(self, locked or rule.guideline.definition)
        self.setEnabled(not locked)
        self.updateGeometry()
        self.update()
