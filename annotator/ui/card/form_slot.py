"""Slot whose content is a form of attributes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.editors.attribute_form import AttributeForm
from annotator.ui.editors.check_form import CheckForm
from annotator.ui.theme.look import Look


class FormSlot(SlotFrame):
    """Slot of ``form``. ``form_left``: Escape in the form, or Enter in its field."""

    form_left = Signal()

    def __init__(self, title: str, form: AttributeForm | CheckForm, look: Look, parent: QWidget) -> None:
        super().__init__(title, look, parent)
        self.content.addWidget(form)
        form.text_requested.connect(self.form_left)
