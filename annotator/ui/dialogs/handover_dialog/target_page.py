"""Target of the hand-over, with the counts of what goes there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.session.handing_over.hand_over_runs import HandOverOrder
from annotator.translation.messages import _, pgettext
from annotator.ui.long_work.target_row import TargetRow
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.form import NAME_WIDTH
from annotator.ui.widgets.panel_header import plain_label
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

CHECKED = "checked"
"""End of the proposed name."""
SIDE, GAP = 24, 12


@dataclass(frozen=True, slots=True)
class Written:
    """One file with that suffix, or a folder where it is empty."""

    name: str
    suffix: str


class TargetPage(QWidget):
    """Row of the target path with the counts above it. ``changed``: another path."""

    changed = Signal()

    def __init__(self, folder: Path, messages: SystemDialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = TargetRow(folder, "", messages, self, _("Hand over to"))
        self._counts = WrappingLabel(self)
        self._counts.setObjectName("handOverCounts")
        self._lay_out()
        self._row.changed.connect(self.changed)

    @property
    def path(self) -> Path:
        return self._row.target

    def follow_source(self, source: Path) -> None:
        """Refuse targets that are, or lie among, the files of that article or folder."""
        self._row.follow_source(source)

    def fit(self, order: HandOverOrder) -> None:
        """Propose a path for what is wanted; of a path chosen by the user change at most the suffix."""
        name = order.source.name if order.is_folder else order.source.stem
        written = _written(order)
        self._row.blockSignals(True)
        self._row.fit(written, f"{name}-{CHECKED}" if written.suffix else name)
        self._row.blockSignals(False)

    def refusal(self) -> str:
        """Return a sentence that says why the path cannot be written to; empty where writing can be tried."""
        return self._row.refusal()

    def may_write(self, order: HandOverOrder) -> bool:
        """Return whether it may be written, asking the user where the path exists already."""
        return self._row.may_write(_written(order))

    def say_counts(self, words: str) -> None:
        """Show how much there is."""
        self._counts.setText(words)
        self._counts.setAccessibleName(words)

    def _lay_out(self) -> None:
        name = plain_label(pgettext("target of an export", "To"), self)
        name.setFixedWidth(NAME_WIDTH)
        name.setBuddy(self._row)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(name)
        row.addWidget(self._row, 1)
        counts = QHBoxLayout()
        counts.setContentsMargins(margins(NAME_WIDTH + GAP, 0, 0, 0))
        counts.addWidget(self._counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(SIDE, 0, SIDE, 12))
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(counts)


def _written(order: HandOverOrder) -> Written:
    return Written(order.form.name, order.form.suffix) if order.alone else Written(CHECKED, "")
