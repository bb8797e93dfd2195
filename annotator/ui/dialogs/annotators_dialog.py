"""Choice of the annotators who are compared, and whether they are called by their names."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from annotator.language.annotator_names import annotator_name
from annotator.review.comparing import MOST
from annotator.translation.messages import _, ngettext, number
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent
from annotator.ui.widgets.words.wrapping_label import SmallPrint

WIDTH, HIGHEST, REST, LINE, PADDING, GAP = 380, 480, 150, 32, 16, 8
LEAST = 2


class AnnotatorsDialog(FittingDialog):
    """A box for each annotator. ``chosen``: the names that are ticked, and whether they are to be hidden."""

    chosen = Signal(tuple, bool)

    def __init__(
        self, names: Sequence[str], ticked: Collection[str], *, hidden: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("annotatorsDialog")
        self.setWindowTitle(_("Annotators to compare"))
        self._boxes = {name: QCheckBox(_name(name), self) for name in names}
        for name, box in self._boxes.items():
            box.setObjectName(f"compare-{name}")
            box.setChecked(name in ticked)
            box.toggled.connect(self._show_count)
        self._count = SmallPrint(self)
        self._count.setObjectName("comparedCount")
        self._hidden = QCheckBox(_("Call them A, B, C in a shuffled order"), self)
        self._hidden.setObjectName("compareByLetters")
        self._hidden.setChecked(hidden)
        self._compare, cancel = QPushButton(_("Compare"), self), QPushButton(_("Cancel"), self)
        self._compare.setDefault(True)
        self._compare.clicked.connect(self._choose)
        cancel.clicked.connect(self.reject)
        self._lay_out(cancel)
        self._show_count()
        self.fit(QSize(WIDTH, min(HIGHEST, REST + LINE * len(names))))

    def _lay_out(self, cancel: QPushButton) -> None:
        content = QWidget(self)
        content.setAccessibleName(_("Annotators"))
        boxes = QVBoxLayout(content)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(GAP)
        for box in self._boxes.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._compare, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(GAP)
        column.addWidget(ScrolledContent(content, self), 1)
        for part in (self._count, self._hidden, buttons):
            column.addWidget(part)

    def _ticked(self) -> tuple[str, ...]:
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def _show_count(self) -> None:
        """Say how many are ticked; two to five can be compared."""
        count = len(self._ticked())
        chosen = ngettext("{count} is chosen", "{count} are chosen", count).format(count=number(count))
        most = _("{least} to {most} can be compared").format(least=number(LEAST), most=number(MOST))
        self._count.setText(f"{chosen} · {most}")
        self._compare.setEnabled(LEAST <= count <= MOST)

    def _choose(self) -> None:
        self.chosen.emit(self._ticked(), self._hidden.isChecked())
        self.accept()


def _name(name: str) -> str:
    return annotator_name(name).replace("&", "&&")
