"""Menu of filters that are kept under names."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotator.language.plain_line import shortened
from annotator.translation.messages import _
from annotator.ui.actions.mnemonics import give_mnemonics

LONGEST = 40


class KeptFiltersMenu(QMenu):
    """Menu that shows, keeps and forgets filters.

    ``chosen``: the filter to show. ``keep_wanted``: keep the present one. ``forgotten``: the name of one to forget.
    """

    chosen = Signal(str)
    keep_wanted = Signal()
    forgotten = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Kept filters"), parent)
        self.setObjectName("keptFilters")
        self._forget = QMenu(_("Forget"), self)
        self._forget.setObjectName("forgetFilter")
        self._kept: Mapping[str, str] = {}
        self._present = ""
        self.aboutToShow.connect(self._fill)

    def show_filters(self, kept: Mapping[str, str], *, present: str) -> None:
        """Offer these filters by name; ``present`` is the one in the field, empty where there is none."""
        self._kept, self._present = kept, present

    def _fill(self) -> None:
        kept, present = self._kept, self._present
        self.clear()
        self._forget.clear()
        keep = self.addAction(_("Keep this filter…"))
        keep.setEnabled(bool(present))
        keep.triggered.connect(lambda: self.keep_wanted.emit())
        self.addSeparator()
        for name, filter in kept.items():
            self._add(self, name, filter == present).triggered.connect(lambda _on, f=filter: self.chosen.emit(f))
            self._add(self._forget, name).triggered.connect(lambda _on, n=name: self.forgotten.emit(n))
        self._forget.setEnabled(bool(kept))
        self.addSeparator()
        self.addMenu(self._forget)
        for menu in (self, self._forget):
            give_mnemonics(menu)

    def _add(self, menu: QMenu, name: str, shown: bool | None = None) -> QAction:
        action = QAction(shortened(name, LONGEST).replace("&", "&&"), menu)
        if shown is not None:
            action.setCheckable(True)
            action.setChecked(shown)
        menu.addAction(action)
        return action
