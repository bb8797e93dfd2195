"""Choice of the columns of a table that hold texts and names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotator.language.plain_line import plain_line
from annotator.translation.messages import N_, _
from annotator.ui.widgets.panel_header import plain_label

# Translators: a table’s column that the program is to find by its name.
FOUND = N_("Found by name")
WIDEST = 180


class ColumnBoxes(QWidget):
    """Two combo boxes, hidden where there is no table. ``changed``: another column was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Translators: the column of a table that holds the texts follows.
        self._text = self._box(_("Texts in"), "textColumn")
        # Translators: the column of a table that holds the names follows.
        self._name = self._box(_("Names in"), "nameColumn")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in (self._text, self._name):
            label = plain_label(box.accessibleName(), self)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        self.hide()

    @property
    def text(self) -> str:
        """Name of the column; empty where the program is to find it by name."""
        return str(self._text.currentData() or "")

    @property
    def name(self) -> str:
        """Name of the column; empty where the program is to find it by name."""
        return str(self._name.currentData() or "")

    def show_columns(self, columns: Sequence[str]) -> None:
        """Offer the columns; hide the choice where there are none."""
        for box in (self._text, self._name):
            box.blockSignals(True)
            box.clear()
            box.addItem(_(FOUND), "")
            for column in columns:
                box.addItem(plain_line(column), column)
            box.blockSignals(False)
        self.setVisible(bool(columns))

    def _box(self, name: str, id: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(id)
        box.setAccessibleName(name)
        box.setMaximumWidth(WIDEST)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        return box
