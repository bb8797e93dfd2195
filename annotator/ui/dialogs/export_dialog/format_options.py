"""Options for how documents are exported: texts, unit of offsets, splits, and options of single formats."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from annotator.interop.format import Format
from annotator.interop.options import LICENCE, SAFE_CELLS, Options
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.export_dialog.remembering import Remembered
from annotator.ui.dialogs.export_dialog.splits_row import SplitsRow
from annotator.ui.dialogs.export_dialog.wording import UNITS
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.words.line_of_text import show_tip

WITH_TEXT, SAFE = N_("With the articles’ texts"), N_("No cell that a spreadsheet would take for a formula")
ONE_UNIT = N_("{format} counts offsets in {unit} only.")
TEXT_NEEDED = N_("{format} cannot go without the articles’ texts.")
WITHOUT = N_("Without the texts, only offsets and hashes are written, for texts that may not be passed on.")
READ_ONLY = N_("Only what is read or annotated, each sentence as a document")
WHY_READ = N_("A sentence that is read and holds no annotation is a counter-example; an unread one is not.")
TEXTS, OFFSETS, SPLITS, READ = "texts", "offsets", "splits", "read"
ALWAYS = frozenset({TEXTS, OFFSETS, SPLITS, READ})
"""Options of every format."""
LICENCE_WIDTH = 220
INDENT = 4
"""Pixels of indentation at which chips have their boxes."""


class FormatOptions(QObject):
    """Form rows for the format. ``changed``: any of these options has changed."""

    changed = Signal()

    def __init__(self, remembered: Remembered, form: Form, page: QWidget) -> None:
        super().__init__(page)
        self._wanted = remembered
        self._text = _check(_(WITH_TEXT), "withText", page)
        self._unit = QComboBox(page)
        self._unit.setObjectName("exportUnit")
        self._unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.splits = SplitsRow(remembered, page)
        self._read = _check(_(READ_ONLY), "readSentences", page)
        self._safe = _check(_(SAFE), "safeCells", page)
        self._licence = QLineEdit(remembered.licence, page)
        self._licence.setObjectName("licence")
        self._licence.setPlaceholderText("CC BY 4.0")
        self._licence.setMinimumWidth(LICENCE_WIDTH)
        self._rows = self._laid_out(form)
        self.hide()
        self._read.setAccessibleName(_(READ_ONLY))
        self._read.setChecked(remembered.read_sentences)
        show_tip(self._read, _(WHY_READ))
        self._text.setAccessibleName(_(WITH_TEXT))
        self._safe.setAccessibleName(_(SAFE))
        self._text.setChecked(remembered.with_text)
        self._safe.setChecked(remembered.safe_cells)
        self._connect()

    def _laid_out(self, form: Form) -> dict[str, tuple[QLabel, QWidget]]:
        """Add the rows to the form and return them by option; the first four are those of every format."""
        return {
            TEXTS: (form.add(_("Texts"), self._text, indent=INDENT), self._text),
            OFFSETS: (form.add(_("Offsets in"), self._unit), self._unit),
            SPLITS: (form.add_wide(_("Splits"), self.splits), self.splits),
            READ: (form.add(_("Sentences"), self._read, indent=INDENT), self._read),
            SAFE_CELLS: (form.add(_("Cells"), self._safe, indent=INDENT), self._safe),
            LICENCE: (form.add(_("Licence of the texts"), self._licence), self._licence),
        }

    def hide(self) -> None:
        """Hide all options, where no format is selected that they could belong to."""
        self._show_rows(frozenset())

    def fit(self, format: Format) -> None:
        """Show the options that the format supports; disable or hide the others."""
        self._note()
        can = format.textless
        self._text.setEnabled(can)
        self._text.setChecked(self._wanted.with_text or not can)
        show_tip(self._text, _(WITHOUT) if can else _(TEXT_NEEDED).format(format=_(format.title)))
        self._fit_units(format)
        self._show_rows(ALWAYS | format.uses)

    def options(self, format: Format, chosen: Options) -> Options:
        """Return ``chosen`` completed by the options chosen here, as far as the format supports them."""
        unit = str(self._unit.currentData() or "")
        return replace(
            chosen,
            with_text=self._text.isChecked() or not format.textless,
            unit=unit if unit != format.units[0] else "",
            read_sentences=self._read.isChecked(),
            safe_cells=self._safe.isChecked() and SAFE_CELLS in format.uses,
            licence=self._licence.text().strip() if LICENCE in format.uses else "",
        )

    def remembered(self) -> Remembered:
        """Return the choices to offer at the next export."""
        self._note()
        return self._wanted

    def _note(self) -> None:
        """Store the present choices, keeping earlier ones for options that the format does not support."""
        wanted = replace(
            self.splits.remembered(self._wanted),
            safe_cells=self._safe.isChecked(),
            licence=self._licence.text().strip(),
            read_sentences=self._read.isChecked(),
        )
        if self._text.isEnabled():
            wanted = replace(wanted, with_text=self._text.isChecked())
        if self._unit.isEnabled() and self._unit.count():
            wanted = replace(wanted, unit=str(self._unit.currentData()))
        self._wanted = wanted

    def _show_rows(self, shown: frozenset[str]) -> None:
        for name, row in self._rows.items():
            for part in row:
                part.setVisible(name in shown)

    def _fit_units(self, format: Format) -> None:
        self._unit.blockSignals(True)
        self._unit.clear()
        for unit in format.units:
            self._unit.addItem(_(UNITS[unit]), unit)
        self._unit.setCurrentIndex(max(self._unit.findData(self._wanted.unit), 0))
        self._unit.setEnabled(len(format.units) > 1)
        only = _(ONE_UNIT).format(format=_(format.title), unit=_(UNITS[format.units[0]]))
        show_tip(self._unit, only if len(format.units) == 1 else "")
        self._unit.blockSignals(False)

    def _connect(self) -> None:
        self._unit.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._text.toggled.connect(lambda _on: self.changed.emit())
        self._read.toggled.connect(lambda _on: self.changed.emit())
        self._safe.toggled.connect(lambda _on: self.changed.emit())
        self._licence.textChanged.connect(lambda _text: self.changed.emit())
        self.splits.changed.connect(self.changed)


def _check(text: str, name: str, page: QWidget) -> QCheckBox:
    box = QCheckBox(text, page)
    box.setObjectName(name)
    return box
