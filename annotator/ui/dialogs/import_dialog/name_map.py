"""Mapping of labels or relations in imported files to those of the scheme."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from annotator.language.folding import folded
from annotator.language.plain_line import plain_line
from annotator.translation.messages import N_, _
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.elided_label import ElidedLabel

LEAVE_OUT = N_("Leave out")
THEIRS_WIDTH, COUNT_WIDTH, GAP, BETWEEN = 200, 110, 12, 8


@dataclass(frozen=True, slots=True)
class Ours:
    """Label or relation type of the scheme: ``id``, name and, for a label, its badge."""

    id: str
    name: str
    badge: QIcon | None = None


class NameMap(QWidget):
    """Grid with a row for every imported name; ``counted`` puts a count into words: annotations or relations."""

    def __init__(self, counted: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._counted = counted
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
        """Scheme's id by imported name; an empty id leaves the annotations out."""
        return {theirs: str(box.currentData() or "") for theirs, box in self._boxes.items()}

    def show_names(self, counts: Mapping[str, int], ours: Sequence[Ours], made: str) -> None:
        """Show the imported names with their counts and the choices ``ours``.

        ``made`` is the text of the choice that keeps the imported name, with the place ``{name}`` for it.
        """
        while item := self._grid.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._boxes = {}
        for row, theirs in enumerate(sorted(counts, key=lambda name: (-counts[name], name))):
            self._boxes[theirs] = self._box(theirs, ours, made)
            count = muted_label(self)
            count.show_line(self._counted(counts[theirs]))
            self._grid.addWidget(ElidedLabel(theirs or "–", self), row, 0)
            self._grid.addWidget(count, row, 1)
            self._grid.addWidget(self._boxes[theirs], row, 2)
        self.setVisible(bool(counts))

    def _box(self, theirs: str, ours: Sequence[Ours], made: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"map-{theirs}")
        box.setAccessibleName(_("{name} becomes").format(name=plain_line(theirs)))
        box.setIconSize(QSize(16, 16))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for one in ours:
            box.addItem(one.badge or QIcon(), one.name, one.id)
        if theirs and theirs not in {one.id for one in ours}:
            box.addItem(made.format(name=plain_line(theirs)), theirs)
        box.addItem(_(LEAVE_OUT), "")
        box.setCurrentIndex(_likeliest(theirs, ours, box))
        return box


def _likeliest(theirs: str, ours: Sequence[Ours], box: QComboBox) -> int:
    """Return the row of the choice with the same name, ignoring case and hyphens; else that of the imported name."""
    same = next((row for row, one in enumerate(ours) if _plain(theirs) in (_plain(one.id), _plain(one.name))), None)
    return same if same is not None else max(box.findData(theirs), 0) if theirs else box.count() - 1


def _plain(name: str) -> str:
    return folded(name).replace("-", " ").replace("_", " ")
