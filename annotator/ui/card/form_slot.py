"""Slot whose content is a form of attributes, with a chip before it where one is named."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.editors.attribute_form import AttributeForm
from annotator.ui.editors.check_form import CheckForm
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.dashed_chip import DashedChip


class FormSlot(SlotFrame):
    """Slot of ``form``. ``chip_pressed``: the chip was. ``form_left``: Escape in the form, or Enter in its field."""

    chip_pressed = Signal()
    form_left = Signal()

    def __init__(
        self, title: str, form: AttributeForm | CheckForm, look: Look, parent: QWidget, chip: str = ""
    ) -> None:
        super().__init__(title, look, parent)
        self._chip = DashedChip(look, self)
        self._chip.setText(chip)
        self._chip.setAccessibleName(f"{title}: {chip}")
        self._chip.setObjectName("todayChip")
        self._chip.clicked.connect(self.chip_pressed)
        self._chip.setVisible(bool(chip))
        self.content.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(form)
        form.text_requested.connect(self.form_left)

    def show_chip(self, *, on: bool, enabled: bool) -> None:
        """Show the chip, or hide it."""
        self._chip.setVisible(on)
        self._chip.setEnabled(enabled)
