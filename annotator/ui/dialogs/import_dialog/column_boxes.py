"""Choice of the columns of a table that hold texts and names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotator.interop.articles.extracted import FIRST_TEXT, NAMES
from annotator.language.plain_line import plain_line
from annotator.translation.messages import N_, _
from annotator.ui.widgets.panel_header import plain_label

FOUND_OUT, HAS_NAMES, HAS_TEXT = N_("Found out"), N_("Names of columns"), N_("A text")
# Translators: a table’s column that the program is to find by its name.
FOUND = N_("Found by name")
WIDEST = 140


class ColumnBoxes(QWidget):
    """Three combo boxes, hidden where there is no table. ``changed``: another choice was made."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Translators: the column of a table that holds the texts follows.
        self._text = self._box(_("Texts in"), "textColumn")
        # Translators: the column of a table that holds the names follows.
        self._name = self._box(_("Names in"), "nameColumn")
        # Translators: what the first row of a table has follows.
        self._row = self._box(_("First row"), "firstRow")
        for sentence, value in ((FOUND_OUT, ""), (HAS_NAMES, NAMES), (HAS_TEXT, FIRST_TEXT)):
            self._row.addItem(_(sentence), value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in (self._text, self._name, self._row):
            label = plain_label(box.accessibleName(), self)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        self._row.currentIndexChanged.connect(lambda _index: self._change_row())
        for box in (self._text, self._name):
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.hide()

    @property
    def text(self) -> str:
        """Name of the column; empty where the program is to find it by name."""
        return str(self._text.currentData() or "")

    @property
    def name(self) -> str:
        """Name of the column; empty where the program is to find it by name."""
        return str(self._name.currentData() or "")

    @property
    def first_row(self) -> str:
        """Content of the first row, as in Wishes; empty where the program is to find it out."""
        return str(self._row.currentData() or "")

    def show_columns(self, columns: Sequence[str]) -> None:
        """Offer the columns; hide the choice where there are none."""
        self._fill(columns)
        self.setVisible(bool(columns))

    def _fill(self, columns: Sequence[str]) -> None:
        for box in (self._text, self._name):
            box.blockSignals(True)
            box.clear()
            box.addItem(_(FOUND), "")
            for column in columns:
                box.addItem(plain_line(column), column)
            box.blockSignals(False)

    def _box(self, name: str, id: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(id)
        box.setAccessibleName(name)
        box.setMaximumWidth(WIDEST)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _change_row(self) -> None:
        """Forget the columns, whose names are other ones now."""
        self._fill([])
        self.changed.emit()
