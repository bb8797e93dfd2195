"""Menu of the columns that the list of annotations shows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotator.translation.messages import _
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.panels.annotations.columns import NAMES


class ColumnsMenu(QMenu):
    """One item with a tick for each column. ``chosen``: the columns that are shown from now on, in order."""

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Columns"), parent)
        self.setObjectName("columnsMenu")
        for column, name in NAMES.items():
            action = QAction(_(name), self)
            action.setCheckable(True)
            action.setData(column)
            self.addAction(action)
        give_mnemonics(self)
        self.triggered.connect(lambda _action: self.chosen.emit(self.columns))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are ticked, in order."""
        return tuple(action.data() for action in self.actions() if action.isChecked())

    def show_columns(self, columns: tuple[str, ...]) -> None:
        """Tick these columns; nothing is emitted."""
        for action in self.actions():
            action.setChecked(action.data() in columns)
