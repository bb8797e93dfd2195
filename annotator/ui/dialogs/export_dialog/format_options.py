"""How it is exported: texts, unit of offsets, splits, and what only some formats know."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from annotator.interop.format import Format
from annotator.interop.options import LICENCE, SAFE_CELLS, Options
from annotator.ui.dialogs.export_dialog.remembering import Remembered
from annotator.ui.dialogs.export_dialog.splits_row import SplitsRow
from annotator.ui.dialogs.export_dialog.wording import UNITS
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.words.line_of_text import literal

WITH_TEXT, SAFE = "With the articles’ texts", "No cell that a spreadsheet would take for a formula"
ONE_UNIT = "{} counts in {} and nothing else."
TEXT_NEEDED = "{} cannot go without the articles’ texts."
WITHOUT = "Without them: places and hashes alone, for texts that may not be passed on."
LICENCE_WIDTH = 220
INDENT = 4
"""Where the boxes of chips are."""


class FormatOptions(QObject):
    """``changed``: it is to be exported in another way."""

    changed = Signal()

    def __init__(self, remembered: Remembered, form: Form, page: QWidget) -> None:
        super().__init__(page)
        self._wanted = remembered
        self._text = _check(WITH_TEXT, "withText", page)
        self._unit = QComboBox(page)
        self._unit.setObjectName("exportUnit")
        self._unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.splits = SplitsRow(remembered, page)
        self._safe = _check(SAFE, "safeCells", page)
        self._licence = QLineEdit(remembered.licence, page)
        self._licence.setObjectName("licence")
        self._licence.setPlaceholderText("CC BY 4.0")
        self._licence.setMinimumWidth(LICENCE_WIDTH)
        self._rows = self._laid_out(form)
        self._text.setAccessibleName(WITH_TEXT)
        self._safe.setAccessibleName(SAFE)
        self._text.setChecked(remembered.with_text)
        self._safe.setChecked(remembered.safe_cells)
        self._connect()

    def _laid_out(self, form: Form) -> dict[str, tuple[QLabel, QWidget]]:
        """The rows of the options that only some formats have."""
        form.add("Texts", self._text, indent=INDENT)
        form.add("Offsets in", self._unit)
        form.add_wide("Splits", self.splits)
        return {
            SAFE_CELLS: (form.add("Cells", self._safe, indent=INDENT), self._safe),
            LICENCE: (form.add("Licence of the texts", self._licence), self._licence),
        }

    def fit(self, format: Format) -> None:
        """Offer what the format can do; the rest is dim, or not there."""
        self._note()
        can = format.textless
        self._text.setEnabled(can)
        self._text.setChecked(self._wanted.with_text or not can)
        self._text.setToolTip(literal(WITHOUT if can else TEXT_NEEDED.format(format.title)))
        self._fit_units(format)
        for name, row in self._rows.items():
            for part in row:
                part.setVisible(name in format.uses)

    def options(self, format: Format, chosen: Options) -> Options:
        """``chosen`` with what was chosen here, as far as the format can do it."""
        unit = str(self._unit.currentData() or "")
        return replace(
            chosen,
            with_text=self._text.isChecked() or not format.textless,
            unit=unit if unit != format.units[0] else "",
            safe_cells=self._safe.isChecked() and SAFE_CELLS in format.uses,
            licence=self._licence.text().strip() if LICENCE in format.uses else "",
        )

    def remembered(self) -> Remembered:
        """What is to be offered the next time."""
        self._note()
        return self._wanted

    def _note(self) -> None:
        """Take what was chosen; what the format does not let one choose stays as it was wished before."""
        wanted = replace(
            self.splits.remembered(self._wanted),
            safe_cells=self._safe.isChecked(),
            licence=self._licence.text().strip(),
        )
        if self._text.isEnabled():
            wanted = replace(wanted, with_text=self._text.isChecked())
        if self._unit.isEnabled() and self._unit.count():
            wanted = replace(wanted, unit=str(self._unit.currentData()))
        self._wanted = wanted

    def _fit_units(self, format: Format) -> None:
        self._unit.blockSignals(True)
        self._unit.clear()
        for unit in format.units:
            self._unit.addItem(UNITS[unit], unit)
        self._unit.setCurrentIndex(max(self._unit.findData(self._wanted.unit), 0))
        self._unit.setEnabled(len(format.units) > 1)
        only = ONE_UNIT.format(format.title, UNITS[format.units[0]]) if len(format.units) == 1 else ""
        self._unit.setToolTip(literal(only))
        self._unit.blockSignals(False)

    def _connect(self) -> None:
        self._unit.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._text.toggled.connect(lambda _on: self.changed.emit())
        self._safe.toggled.connect(lambda _on: self.changed.emit())
        self._licence.textChanged.connect(lambda _text: self.changed.emit())
        self.splits.changed.connect(self.changed)


def _check(text: str, name: str, page: QWidget) -> QCheckBox:
    box = QCheckBox(text, page)
    box.setObjectName(name)
    return box
