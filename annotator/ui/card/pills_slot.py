"""Slot of the pills: the choices of the annotation of which one is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.translation.messages import _
from annotator.ui.card.choice_pill import ChoicePill
from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.theme.look import Look
from annotator.ui.widgets.at_once import laid_out_once
from annotator.ui.widgets.layouts.flow_layout import FlowLayout


class PillsSlot(SlotFrame):
    """Pills below the sentence. ``chosen``: name of an attribute and its value. ``confirmed``: its name."""

    chosen = Signal(str, object)
    confirmed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__("", look, parent, ruled=False)
        self.setAccessibleName(_("Choices"))
        flow = QWidget(self)
        self._flow = FlowLayout(flow, 6, 6)
        self._pills: list[ChoicePill] = []
        self.content.addWidget(flow)

    def show_fields(self, fields: Sequence[AttributeField], *, locked: str) -> None:
        """Show a pill for each attribute; ``locked`` is why none can be changed."""
        with laid_out_once(self._flow):
            while len(self._pills) < len(fields):
                self._add_pill()
            for pill, field in zip(self._pills, fields, strict=False):
                pill.show_field(field, locked=locked)
            for place, pill in enumerate(self._pills):
                pill.setVisible(place < len(fields))
        self.setVisible(bool(fields))

    def _add_pill(self) -> None:
        pill = ChoicePill(self._look, self)
        pill.chosen.connect(self.chosen)
        pill.confirmed.connect(self.confirmed)
        self._flow.addWidget(pill)
        self._pills.append(pill)
