"""Values for the selected rows of the board: by keys, from a menu, or typed into a cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal

from annotator.facts.board.columns import BoardColumn
from annotator.model.annotation import Value
from annotator.session.board.board import Board
from annotator.session.board.changes import BoardChanges
from annotator.session.board.values import is_typed
from annotator.translation.messages import _
from annotator.ui.board.cell_editing import CellEditing
from annotator.ui.board.rows import BoardRows
from annotator.ui.board.value_menu import ValueMenu, changeable


class ValueSetting(QObject):
    """Set values. ``said``: a sentence for the status bar. ``passed``: the cell of that line has no value to be set."""

    said = Signal(str)
    passed = Signal(int)

    def __init__(self, board: Board, changes: BoardChanges, editing: CellEditing, rows: BoardRows) -> None:
        super().__init__(rows)
        self._board, self._changes, self._editing, self._rows = board, changes, editing, rows
        editing.said.connect(self.said)
        rows.values_asked.connect(self.ask)

    def set(self, column: BoardColumn, value: Value) -> None:
        """Give the selected rows the value; say so where none is selected."""
        if rows := self._rows.rows():
            self._changes.set(rows, column, value)
        else:
            self.said.emit(_("Select rows first"))

    def ask(self, number: int) -> None:
        """Open the menu of all values with -1, else what gives the cell in that column its value."""
        shown = self._rows.shown_columns
        column = shown[number] if number >= 0 else None
        columns = changeable([column] if column else self._board.table.columns, shown)
        if not columns:
            self.passed.emit(self._rows.current_row())
        elif column and is_typed(column):
            self._editing.begin(column)
        else:
            self._open(columns, max(number, 0))

    def _open(self, columns: Sequence[BoardColumn], at: int) -> None:
        rows = self._rows
        menu = ValueMenu(columns, rows)
        menu.chosen.connect(self.set)
        menu.asked.connect(self._editing.begin)
        cell = rows.visualRect(rows.model().index(rows.current_row(), at))
        menu.popup(rows.viewport().mapToGlobal(cell.bottomLeft() + QPoint(0, 2)))
