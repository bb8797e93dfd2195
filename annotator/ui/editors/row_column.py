"""Column of the attributes that are set, with the open editor among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.language.label_names import attribute_name
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.translation.messages import ngettext, number
from annotator.ui.editors.value_row import ValueRow
from annotator.ui.theme.look import Look
from annotator.ui.widgets.at_once import laid_out_once
from annotator.ui.widgets.keyboard import take_keyboard

NAME_WIDTH, WIDEST_NAME, NARROW = 92, 128, 270
"""Widths in pixels: least and greatest of the column of names; of the form, below which names stand above values."""
MOST_ROWS = 100
"""Most rows that are shown: a file may have thousands of attributes, and each row is a widget."""


class RowColumn(QWidget):
    """Rows, reused for other attributes. ``opened``: the attribute whose row was pressed. ``asked``: F2 on its row.

    ``confirmed``: the attribute whose value, which a rule has read, a person confirms.
    """

    opened = Signal(str)
    asked = Signal(str)
    confirmed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._editor: QWidget | None = None
        self._rows: list[ValueRow] = []
        self._last: object = None
        self._names: tuple[str, ...] = ()
        self._arranged = (0, -1)
        self._name_width, self._narrow = NAME_WIDTH, False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def hold(self, editor: QWidget) -> None:
        """Take the editor in, hidden until it is among the rows."""
        self._editor = editor
        editor.hide()
        self._column.insertWidget(0, editor)

    def show_fields(
        self, fields: Sequence[AttributeField], wrong: Mapping[str, str], opened: str, *, locked: str
    ) -> None:
        """Show a row for each field, and the editor in place of the row of the attribute ``opened``.

        ``wrong`` has, by attribute, what was typed and not understood. ``locked`` is the reason why nothing can be
        edited.
        """
        shown = (tuple(fields), dict(wrong), opened, locked)
        if shown == self._last:
            return
        self._last = shown
        resting = [field for field in fields if field.rule.id != opened]
        more = len(resting) - MOST_ROWS + 1 if len(resting) > MOST_ROWS else 0
        listed = resting[: MOST_ROWS - 1] if more else resting
        self._widen_names(fields)
        place = [field.rule.id for field in fields].index(opened) if opened else -1
        with self._kept_in_place(len(listed) + bool(more), place):
            for row, field in zip(self._rows, listed, strict=False):
                row.show_field(field, wrong.get(field.rule.id, ""), locked=locked)
            if more:
                self._rows[len(listed)].show_words(
                    ngettext("and {count} more", "and {count} more", more).format(count=number(more))
                )
        self.setVisible(bool(fields))

    def focus_row(self, name: str) -> bool:
        """Put the keyboard on the row of the attribute. Return False if there is none."""
        found = next((row for row in self._rows if row.name == name and not row.isHidden()), None)
        if found:
            take_keyboard(found)
        return found is not None

    def fit(self, width: int) -> None:
        """Put the names above the values where the form is less than NARROW pixels wide."""
        if self._narrow != (width < NARROW):
            self._narrow = width < NARROW
            self._set_widths()

    @contextmanager
    def _kept_in_place(self, rows: int, place: int) -> Iterator[None]:
        """Show so many rows, which the block fills, and the editor at ``place``, -1 for nowhere; lay them out once."""
        if (rows, place) == self._arranged:
            yield
            return
        self._arranged = rows, place
        with laid_out_once(self._column):
            while len(self._rows) < rows:
                self._add_row()
            yield
            for number_, row in enumerate(self._rows):
                row.setVisible(number_ < rows)
            self._place_editor(place)

    def _add_row(self) -> None:
        row = ValueRow(self._look, self)
        row.clicked.connect(lambda: self.opened.emit(row.name))
        row.asked.connect(lambda: self.asked.emit(row.name))
        row.confirmed.connect(lambda: self.confirmed.emit(row.name))
        row.set_name_width(0 if self._narrow else self._name_width)
        self._rows.append(row)
        self._column.addWidget(row)

    def _place_editor(self, place: int) -> None:
        if self._editor is None:
            return
        self._editor.setVisible(place >= 0)
        if place >= 0 and self._column.indexOf(self._editor) != place:
            self._column.removeWidget(self._editor)
            self._column.insertWidget(place, self._editor)

    def _widen_names(self, fields: Sequence[AttributeField]) -> None:
        names = self.font().key(), *(attribute_name(field.rule) for field in fields)
        if names == self._names:
            return
        self._names, metrics = names, QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(name[:60]) for name in names[1:]), default=0)
        width = round(min(max(widest + 1, NAME_WIDTH), WIDEST_NAME))
        if width != self._name_width:
            self._name_width = width
            self._set_widths()

    def _set_widths(self) -> None:
        for row in self._rows:
            row.set_name_width(0 if self._narrow else self._name_width)
