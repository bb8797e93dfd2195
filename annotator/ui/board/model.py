"""Table model of the board, whose cells are made when they are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.session.board.board import Board
from annotator.session.board.cells import cell_words, full_words
from annotator.session.board.groups import Group
from annotator.session.board.titles import column_title
from annotator.translation.messages import _, listed, ngettext, number
from annotator.ui.board.group_words import group_name
from annotator.ui.widgets.words.line_of_text import literal

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
OF_A_CELL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class BoardModel(QAbstractTableModel):
    """Lines of the board with the columns that are ``shown``, in their order."""

    def __init__(self, board: Board, clock: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._board, self._clock = board, clock
        self.shown: tuple[BoardColumn, ...] = ()
        board.rearranging.connect(self.beginResetModel)
        board.rearranged.connect(self.endResetModel)
        board.appending.connect(lambda first, last: self.beginInsertRows(QModelIndex(), first, last))
        board.appended.connect(self.endInsertRows)

    def show_columns(self, columns: Sequence[BoardColumn]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self.shown = tuple(columns)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._board.arrangement.count

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        return OF_A_CELL

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is Qt.Orientation.Horizontal and section < len(self.shown):
            column = self.shown[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return column_title(column)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return self._head_said(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        line, column = index.row(), self.shown[index.column()]
        if group := self._board.arrangement.group(line):
            is_said = role == Qt.ItemDataRole.AccessibleTextRole
            return self._group_said(group) if is_said else group_name(self._board, group)
        row = self._board.arrangement.row(line)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_words(self._board.table, column, row, self._clock())
            case Qt.ItemDataRole.ToolTipRole:
                return literal(full_words(self._board.table, column, row, self._clock()))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(row) if column.kind is ColumnKind.WORDS else self._cell_said(column, row)
            case _:
                return None

    def _said(self, row: int) -> str:
        """Return the row as a screen reader says it: its words, then each other cell that is not empty."""
        others = (self._cell_said(column, row) for column in self.shown if column.kind is not ColumnKind.WORDS)
        return "; ".join([self._board.table.words[row], *filter(None, others)])

    def _cell_said(self, column: BoardColumn, row: int) -> str:
        words = full_words(self._board.table, column, row, self._clock())
        # Translators: a column of the board and its cell, “Verdict: supported”.
        return _("{column}: {cell}").format(column=column_title(column), cell=words) if words else ""

    def _head_said(self, column: BoardColumn) -> str:
        levels = [level for level in self._board.view.levels if level.column == column.id]
        if not levels:
            return column_title(column)
        sentence = _("{column}, sorted downwards") if levels[0].down else _("{column}, sorted")
        return sentence.format(column=column_title(column))

    def _group_said(self, group: Group) -> str:
        count = ngettext("{count} row", "{count} rows", len(group.rows)).format(count=number(len(group.rows)))
        closed = [_("closed")] if group.key in self._board.arrangement.closed else []
        return listed([group_name(self._board, group), count, *closed])
