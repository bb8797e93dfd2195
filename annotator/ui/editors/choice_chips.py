"""Editor of a few choices, or of yes and no: chips that digits choose."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.facts.desk.which_facts import VERDICT
from annotator.model.annotation import Value
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.session.editing.values.attribute_words import value_words
from annotator.session.editing.values.toggling import chosen_values, default_value, toggled
from annotator.ui.editors.choice_chip import ChoiceChip
from annotator.ui.editors.field_keys import ENTER, FieldKeys
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import arrow_step, take_keyboard
from annotator.ui.widgets.layouts.flow_layout import FlowLayout

MOST_CHIPS = 6
CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ChoiceChips(QWidget):
    """Chips in lines. ``chosen``: the new value. ``explained``: the meaning of the choice that has the keyboard."""

    chosen = Signal(object)
    explained = Signal(str)

    def __init__(self, look: Look, keys: FieldKeys, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._keys = look, keys
        self._field: AttributeField | None = None
        self._chips: list[ChoiceChip] = []
        self._flow = FlowLayout(self, 6, 6)

    def show_field(self, field: AttributeField) -> None:
        """Show the choices of the field and which are chosen."""
        self._field = field
        choices, chosen = _choices(field), chosen_values(field.value)
        while len(self._chips) < len(choices):
            self._chips.append(self._new_chip())
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(choices))
            if place < len(choices):
                digit = str(place + 1) if place < 9 else ""
                words, verdict = value_words(choices[place], field.rule), field.rule.id == VERDICT
                chip.show_choice(choices[place], words, digit, verdict=verdict)
                chip.mark_chosen(on=choices[place] in chosen)

    def take_focus(self) -> None:
        """Put the keyboard on the first choice that is chosen, else on the default, else on the first."""
        shown = self._shown()
        offered = default_value(self._field.rule) if self._field else None
        named = [chip for chip in shown if offered is not None and chip.value in chosen_values(offered)]
        first = next((chip for chip in shown if chip.isChecked()), (named or shown)[0])
        take_keyboard(first)
        self._explain(first)  # here: Qt gave it the keyboard, with its old choice, as the field before was hidden

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown, key = self._shown(), Qt.Key(event.key())
        if event.text().isdecimal() and 0 < int(event.text()) <= len(shown):
            chip = shown[int(event.text()) - 1]
            take_keyboard(chip)
            self._choose(chip)
        elif step := arrow_step(key, self):
            place = next((place for place, chip in enumerate(shown) if chip.hasFocus()), 0)
            take_keyboard(shown[(place + step) % len(shown)])
        elif key in CLEARING:
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, ChoiceChip) and self._field:
            if event.type() == QEvent.Type.FocusIn:
                self._explain(watched)
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if event.key() in ENTER and not event.modifiers() and not watched.isChecked():
                    self._choose(watched)
                elif arrow_step(Qt.Key(event.key()), self):
                    self.keyPressEvent(event)
                    return True
        return super().eventFilter(watched, event)

    def _new_chip(self) -> ChoiceChip:
        chip = ChoiceChip(self._look, self)
        chip.installEventFilter(self._keys)
        chip.installEventFilter(self)  # the last one installed is asked first
        chip.clicked.connect(lambda: self._choose(chip))
        self._flow.addWidget(chip)
        return chip

    def _choose(self, chip: ChoiceChip) -> None:
        value = chip.value
        assert self._field
        assert value is None or isinstance(value, (str, bool))
        self.chosen.emit(toggled(self._field, value))

    def _explain(self, chip: ChoiceChip) -> None:
        self.explained.emit(self._field.rule.meaning(str(chip.value)) if self._field else "")

    def _shown(self) -> list[ChoiceChip]:
        return [chip for chip in self._chips if not chip.isHidden()]


def _choices(field: AttributeField) -> list[Value]:
    """Return the choices of the scheme, and what is chosen without being one of them."""
    known: list[Value] = [True, False] if field.rule.type == "flag" else list(field.rule.choices)
    return known + [value for value in chosen_values(field.value) if value not in known]
