"""Chips of the attributes that have no value yet, in lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.language.label_names import capitalised
from annotator.language.plain_line import plain_line
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.ui.editors.empty_chip import EmptyChip
from annotator.ui.theme.look import Look
from annotator.ui.widgets.at_once import laid_out_once
from annotator.ui.widgets.buttons.dashed_chip import DashedChip
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.layouts.flow_layout import FlowLayout

MOST_CHIPS = 100
"""Most chips that are shown, as a scheme may have any number of attributes. Tab goes on to the others."""


class ChipFlow(QWidget):
    """Chips, reused for other attributes. ``opened``: the attribute whose chip is pressed. ``asked``: F2 on it."""

    opened = Signal(str)
    asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._chips: list[EmptyChip] = []
        self._offered: dict[str, tuple[DashedChip, str]] = {}
        self._last: object = None
        self._flow = FlowLayout(self, 6, 6)
        self._flow.setContentsMargins(0, 4, 0, 4)

    def offer(self, name: str, value: str, other: str) -> DashedChip:
        """Return a new chip that offers the ``value``; the attribute's own chip is called ``other`` from then on."""
        chip = DashedChip(self._look, self)
        chip.setText(value)
        chip.setObjectName(f"offered-{name}")
        chip.setAccessibleName(f"{plain_line(capitalised(name))}: {value}")
        self._flow.addWidget(chip)
        self._offered[name] = chip, other
        return chip

    def show_fields(self, fields: Sequence[AttributeField], *, locked: str) -> None:
        """Show a chip for each attribute; ``locked`` is the reason why none can be given a value."""
        fields = fields[:MOST_CHIPS]
        shown = (tuple((field.rule, field.key) for field in fields), locked)
        if shown == self._last:
            return
        self._last = shown
        with laid_out_once(self._flow):
            while len(self._chips) < len(fields):
                chip = EmptyChip(self._look, self)
                chip.clicked.connect(lambda _on=False, chip=chip: self.opened.emit(chip.name))
                chip.asked.connect(lambda chip=chip: self.asked.emit(chip.name))
                self._flow.addWidget(chip)
                self._chips.append(chip)
            for chip, field in zip(self._chips, fields, strict=False):
                called = self._offered[field.rule.id][1] if field.rule.id in self._offered else ""
                chip.show_rule(field.rule, field.key, locked=locked, called=called)
            for name, (offered, _other) in self._offered.items():
                offered.setVisible(any(field.rule.id == name for field in fields))
                offered.setEnabled(not locked)
            for place, chip in enumerate(self._chips):
                chip.setVisible(place < len(fields))
        self.setVisible(bool(fields))

    def focus_chip(self, name: str) -> bool:
        """Put the keyboard on the chip of the attribute. Return False if there is none."""
        found = next((chip for chip in self._chips if chip.name == name and not chip.isHidden()), None)
        if found:
            take_keyboard(found)
        return found is not None
