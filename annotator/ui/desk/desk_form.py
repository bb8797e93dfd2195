"""Form of what is asked or said of an article: named fields, one below another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.growing_text import GrowingText
from annotator.ui.widgets.panel_header import plain_label
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

NAME_WIDTH, GAP, BETWEEN, LINE, FEWEST, MOST = 112, 12, 10, 28, 2, 6


class DeskForm(QWidget):
    """Grid of named fields; ``add_text`` and ``add_line`` make fields, ``add`` takes any widget."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(BETWEEN)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, widget: QWidget, beside: QWidget | None = None, *, least: int = LINE) -> None:
        """Append a row with a widget, and another one behind it, ``least`` pixels high at least."""
        label, row = plain_label(name, self), self._grid.rowCount()
        label.setMinimumHeight(least)
        label.setWordWrap(True)
        label.setBuddy(widget)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, row, 1, 1, 1 if beside else 2)
        if beside:
            self._grid.addWidget(beside, row, 2)

    def add_text(self, name: str, id: str, text: str) -> GrowingText:
        """Append a field of several lines with ``text``."""
        field = GrowingText(FEWEST, MOST, self)
        field.setObjectName(id)
        field.setAccessibleName(name)
        field.show_text(text)
        self.add(name, FieldBox(self._look, field, self))
        return field

    def add_line(self, name: str, id: str, text: str, beside: QWidget | None = None) -> QLineEdit:
        """Append a field of one line with ``text``."""
        field = QLineEdit(text, self)
        field.setObjectName(id)
        field.setAccessibleName(name)
        self.add(name, field, beside)
        return field

    def add_words(self, name: str, words: str) -> None:
        """Append words that cannot be edited."""
        label = WrappingLabel(self)
        label.setText(words)
        self.add(name, label, least=0)

    def leave_rest_empty(self) -> None:
        """Leave the room that the fields do not need below the last of them."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)
