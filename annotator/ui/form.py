"""How the pages of settings are laid out: a name at the left, its control at the right, a hint below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from annotator.ui.panel_header import muted_label, plain_label

NAME_WIDTH, GAP, BETWEEN = 130, 12, 10


class Form(QGridLayout):
    """Rows of settings."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setContentsMargins(24, 20, 24, 16)
        self.setHorizontalSpacing(GAP)
        self.setVerticalSpacing(BETWEEN)
        self.setColumnMinimumWidth(0, NAME_WIDTH)
        self.setColumnStretch(1, 1)

    def add(self, name: str, *controls: QWidget) -> QLabel:
        """A row; its first control carries the name for assistive technology."""
        label = plain_label(name, self._page)
        label.setBuddy(controls[0])
        controls[0].setAccessibleName(name)
        row, place = self.rowCount(), QHBoxLayout()
        place.setSpacing(GAP)
        for control in controls:
            place.addWidget(control)
        place.addStretch(1)
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self.addLayout(place, row, 1)
        return label

    def add_hint(self, text: str) -> QLabel:
        """A hint below the control of the last row."""
        hint = muted_label(self._page)
        hint.setText(text)
        hint.setWordWrap(True)
        self.addWidget(hint, self.rowCount(), 1)
        return hint


def choice(choices: dict[str, str], chosen: str, page: QWidget) -> QComboBox:
    """A box that offers ``choices``, value to words."""
    box = QComboBox(page)
    for value, words in choices.items():
        box.addItem(words, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def number(numbers: range, value: int, unit: str, page: QWidget) -> QSpinBox:
    """A field for a number with its unit."""
    field = QSpinBox(page)
    field.setRange(numbers.start, numbers[-1])
    field.setValue(value)
    field.setSuffix(f" {unit}")
    return field
