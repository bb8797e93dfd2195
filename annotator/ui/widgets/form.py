"""Layout of option pages: a name at the left, its control at the right, a hint below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLayout, QSpinBox, QWidget

from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.panel_header import muted_label, plain_label

NAME_WIDTH, GAP, BETWEEN, LINE = 130, 12, 10, 28


class Form(QGridLayout):
    """Grid of named controls and hints."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setContentsMargins(24, 20, 24, 16)
        self.setHorizontalSpacing(GAP)
        self.setVerticalSpacing(BETWEEN)
        self.setColumnMinimumWidth(0, NAME_WIDTH)
        self.setColumnStretch(1, 1)

    def add(self, name: str, *controls: QWidget, indent: int = 0) -> QLabel:
        """Append a row of ``controls``; ``name`` becomes the accessible name of the first. Return the row's label."""
        label = plain_label(name, self._page)
        label.setBuddy(controls[0])
        controls[0].setAccessibleName(name)
        row, place = self.rowCount(), QHBoxLayout()
        place.setSpacing(GAP)
        place.setContentsMargins(margins(indent, 0, 0, 0))
        for control in controls:
            place.addWidget(control)
        place.addStretch(1)
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self.addLayout(place, row, 1)
        return label

    def add_row(self, name: str, controls: QLayout, first: QWidget) -> None:
        """Append a row of several controls that have accessible names of their own."""
        label = plain_label(name, self._page)
        label.setBuddy(first)
        row = self.rowCount()
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self.addLayout(controls, row, 1)

    def add_wide(self, name: str, control: QWidget) -> QLabel:
        """Append a row whose control fills the width and has an accessible name of its own. Return the row's label."""
        label = plain_label(name, self._page)
        label.setFixedHeight(LINE)
        label.setBuddy(control)
        row = self.rowCount()
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(control, row, 1)
        return label

    def add_hint(self, text: str) -> QLabel:
        """Append a hint below the control of the last row."""
        hint = muted_label(self._page)
        hint.setText(text)
        hint.setWordWrap(True)
        self.addWidget(hint, self.rowCount(), 1)
        return hint


def choice(choices: dict[str, str], chosen: str, page: QWidget) -> QComboBox:
    """Return a combo box that offers ``choices``, a mapping from value to text, with ``chosen`` selected."""
    box = QComboBox(page)
    for value, words in choices.items():
        box.addItem(words, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def number(numbers: range, value: int, unit: str, page: QWidget) -> QSpinBox:
    """Return a spin box for a number with its unit."""
    field = QSpinBox(page)
    field.setRange(numbers.start, numbers[-1])
    field.setValue(value)
    field.setSuffix(f" {unit}")
    return field
