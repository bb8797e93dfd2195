"""Editor of many choices: rows with their meanings, found by typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.language.folding import folded
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Value
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.session.editing.values.attribute_words import value_words
from annotator.session.editing.values.toggling import chosen_values, default_value, toggled
from annotator.translation.messages import _
from annotator.ui.editors.field_keys import ENTER, FieldKeys
from annotator.ui.editors.meaning_delegate import MEANING, MeaningDelegate
from annotator.ui.widgets.keyboard import UP_AND_DOWN, take_keyboard
from annotator.ui.widgets.words.line_of_text import literal

MOST_ROWS_SEEN, ROW, VALUE = 8, 28, Qt.ItemDataRole.UserRole


class ChoiceList(QWidget):
    """Field to type into and rows. ``chosen``: the new value. ``explained``: the meaning of the current row."""

    chosen = Signal(object)
    explained = Signal(str)

    def __init__(self, keys: FieldKeys, parent: QWidget) -> None:
        super().__init__(parent)
        self._field: AttributeField | None = None
        self._typed, self._rows = QLineEdit(self), QListWidget(self)
        self._typed.setObjectName("choiceFilter")
        self._typed.setPlaceholderText(_("Type to find a choice"))
        self._typed.setAccessibleName(_("Type to find a choice"))
        self._rows.setObjectName("choiceRows")
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows.setItemDelegate(MeaningDelegate(self._rows))
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._typed)
        column.addWidget(self._rows)
        self._typed.installEventFilter(keys)
        self._typed.installEventFilter(self)  # the last one installed is asked first
        self._typed.textEdited.connect(self._fill)
        self._rows.itemClicked.connect(self._choose)
        self._rows.currentItemChanged.connect(self._explain)

    def show_field(self, field: AttributeField) -> None:
        """Show the choices of the field and which are chosen."""
        if not self._field or self._field.rule != field.rule:
            self._typed.clear()
        self._field = field
        self._fill()

    def take_focus(self) -> None:
        """Put the keyboard into the field to type into."""
        take_keyboard(self._typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Act on a key of the rows and return True; False for other keys and for an Enter that closes the editor."""
        key, typed, field = Qt.Key(event.key()), self._typed.text(), self._field
        if step := UP_AND_DOWN.get(key, 0):
            self._rows.setCurrentRow(min(max(self._rows.currentRow() + step, 0), self._rows.count() - 1))
            return True
        if not typed and event.text().isdecimal() and 0 < int(event.text()) <= min(self._rows.count(), 9):
            self._choose(self._rows.item(int(event.text()) - 1))
            return True
        if not typed and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.chosen.emit(None)
            return True
        current = self._rows.currentItem()
        if field and current and key in ENTER and not event.modifiers():
            if current.data(VALUE) not in chosen_values(field.value) or (field.rule.many and typed):
                self._choose(current)
            if field.rule.many and typed:
                self._typed.clear()
                self._fill()
                return True
        return False

    def _fill(self) -> None:
        field = self._field
        assert field
        chosen, present = chosen_values(field.value), self._rows.currentItem()
        wanted = present.data(VALUE) if present else None
        known: list[Value] = list(field.rule.choices)
        choices = known + [value for value in chosen if value not in known]
        found = [choice for choice in choices if _matches(value_words(choice, field.rule), self._typed.text())]
        self._rows.clear()
        for place, choice in enumerate(found):
            digit = "" if place > 8 or self._typed.text() else str(place + 1)
            self._rows.addItem(_item(field, choice, digit, ticked=choice in chosen))
        values = [
            item if item in found else None for item in (wanted, *chosen, *chosen_values(default_value(field.rule)))
        ]
        self._rows.setCurrentRow(next((found.index(value) for value in values if value is not None), 0))
        self._rows.setFixedHeight(min(max(len(found), 1), MOST_ROWS_SEEN) * ROW + 4)

    def _choose(self, item: QListWidgetItem) -> None:
        assert self._field
        self._rows.setCurrentItem(item)
        self.chosen.emit(toggled(self._field, item.data(VALUE)))

    def _explain(self, item: QListWidgetItem | None) -> None:
        self.explained.emit(self._field.rule.meaning(str(item.data(VALUE))) if self._field and item else "")


def _item(field: AttributeField, choice: Value, digit: str, *, ticked: bool) -> QListWidgetItem:
    name = plain_line(value_words(choice, field.rule))
    item = QListWidgetItem(f"{'✓' if ticked else digit or '  '}  {name}")
    item.setData(VALUE, choice)
    meaning = plain_line(field.rule.meaning(str(choice)))
    item.setData(MEANING, meaning)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {meaning}" if meaning else name)
    item.setToolTip(literal(meaning))
    font = item.font()
    font.setBold(ticked)
    item.setFont(font)
    return item


def _matches(name: str, typed: str) -> bool:
    return all(part in folded(name) for part in folded(typed).split())
