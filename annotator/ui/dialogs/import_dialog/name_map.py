"""Their labels and relations, and what each is called here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from annotator.interop.report_words import number
from annotator.language.case_folding import folded
from annotator.language.plain_line import plain_line
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.elided_label import ElidedLabel

LEAVE_OUT = "Leave out"
THEIRS_WIDTH, COUNT_WIDTH, GAP, BETWEEN = 200, 110, 12, 8


@dataclass(frozen=True, slots=True)
class Ours:
    """Something that theirs can become: the scheme's ``id``, its name and, for a label, its badge."""

    id: str
    name: str
    badge: QIcon | None = None


class NameMap(QWidget):
    """One row for each of theirs. ``what`` says what is counted: annotations, or relations."""

    def __init__(self, what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._what = what
        self._boxes: dict[str, QComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(BETWEEN)
        self._grid.setColumnMinimumWidth(0, THEIRS_WIDTH)
        self._grid.setColumnMinimumWidth(1, COUNT_WIDTH)
        self._grid.setColumnStretch(3, 1)

    @property
    def names(self) -> Mapping[str, str]:
        """Ours for theirs; empty for what is to be left out."""
        return {theirs: str(box.currentData() or "") for theirs, box in self._boxes.items()}

    def show_names(self, counts: Mapping[str, int], ours: Sequence[Ours], made: str) -> None:
        """Offer ours for each of theirs; ``made`` has a place for the name of one that is to be made."""
        while item := self._grid.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._boxes = {}
        for row, theirs in enumerate(sorted(counts, key=lambda name: (-counts[name], name))):
            self._boxes[theirs] = self._box(theirs, ours, made)
            count = muted_label(self)
            count.show_line(number(counts[theirs], self._what))
            self._grid.addWidget(ElidedLabel(theirs or "–", self), row, 0)
            self._grid.addWidget(count, row, 1)
            self._grid.addWidget(self._boxes[theirs], row, 2)
        self.setVisible(bool(counts))

    def _box(self, theirs: str, ours: Sequence[Ours], made: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"map-{theirs}")
        box.setAccessibleName(f"{plain_line(theirs)} becomes")
        box.setIconSize(QSize(16, 16))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for one in ours:
            box.addItem(one.badge or QIcon(), one.name, one.id)
        if theirs and theirs not in {one.id for one in ours}:
            box.addItem(made.format(plain_line(theirs)), theirs)
        box.addItem(LEAVE_OUT, "")
        box.setCurrentIndex(_likeliest(theirs, ours, box))
        return box


def _likeliest(theirs: str, ours: Sequence[Ours], box: QComboBox) -> int:
    """The one of that name, however it is written; else the one to be made."""
    same = next((row for row, one in enumerate(ours) if _plain(theirs) in (_plain(one.id), _plain(one.name))), None)
    return same if same is not None else max(box.findData(theirs), 0) if theirs else box.count() - 1


def _plain(name: str) -> str:
    return folded(name).replace("-", " ").replace("_", " ")
