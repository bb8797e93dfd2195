"""Rows of the list that is shown: its columns, filtered and sorted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf
from time import perf_counter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from annotator.corpus.desk.table import CALLS, CHANGES, QUERIES
from annotator.facts.desk.wording_difference import from_difference
from annotator.session.desk_lists.columns import Column, columns_of
from annotator.session.desk_lists.line_filter import LineFilter
from annotator.session.desk_lists.lines import ListLine, Order, contact_words, ordered, source_of
from annotator.storage.program.contacts import Contact
from annotator.translation.messages import N_, _, listed
from annotator.ui.widgets.words.line_of_text import literal

Index = QModelIndex | QPersistentModelIndex
OLD, NEW, BEFORE = 1, 2, 16
"""Columns of the proposed changes, and the code points before their difference that are shown."""
SCREEN, SLICE = 100, 0.004
"""Lines that are there at once, and seconds of looking before the window may do something else."""

CONTACT = Column(N_("Contact"), 150, lambda _row: "")
"""Column beside the source, which is on the screen and on paper only."""


class ListRows(QAbstractTableModel):
    """Model of the lines that the filter leaves, in the order of a column. ``name`` is that of the list.

    Of very many lines the first are there at once and the others soon. ``looked``: all are there.
    """

    looked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: Sequence[ListLine] = ()
        self._shown, self._order = LineFilter(), Order()
        self._found: tuple[list[ListLine], list[str]] = [], []
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._go_on)
        self._contacts: Mapping[str, Contact] = {}
        self.name = QUERIES
        self.columns: Sequence[Column] = columns_of(QUERIES)

    @property
    def lines(self) -> Sequence[ListLine]:
        """Lines that the filter leaves, in the order of the column, as far as they are there."""
        return self._shown.lines

    def finish(self) -> None:
        """Let all lines be there."""
        self._look(inf)

    def show_contacts(self, contacts: Mapping[str, Contact]) -> None:
        """Show these contacts beside their sources, whose names are in small letters."""
        self._contacts = contacts

    def contact(self, line: ListLine) -> Contact | None:
        """Return the contact of the source of the line; None for none."""
        return self._contacts.get(" ".join(source_of(line).split()).casefold())

    def show_lines(self, name: str, lines: Sequence[ListLine]) -> None:
        """Show the lines of the list of that name; another list is in its own order at first."""
        if name != self.name:
            self._order = Order()
        self.name, self._all = name, lines
        columns = columns_of(name)
        self.columns = (columns[0], CONTACT, *columns[1:]) if name == CALLS else columns
        self._arrange()

    def narrow(self, words: str) -> None:
        """Leave the lines in whose cells all of the words are."""
        end = perf_counter() + SLICE
        self.beginResetModel()
        self._found = [], []
        self._shown.narrow(words)
        while found := self._shown.look():  # once, however long it takes
            self._shown.add(found)
            if len(self.lines) >= SCREEN or perf_counter() >= end:
                break
        self.endResetModel()
        self._soon.start()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by -1 as the list is made."""
        self._order = Order(column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()

    def row_of(self, line: ListLine) -> int:
        """Return the row of the line that is known by the key of this one; -1 where it is not shown."""
        article, key = line.row.article, line.key
        shown = enumerate(self.lines)
        return next((row for row, one in shown if one.row.article == article and one.key == key), -1)

    def words(self, line: ListLine, column: int) -> str:
        """Return what stands in the column."""
        if self.name != CALLS or column == 0:
            return line.cells[column]
        return contact_words(self.contact(line)) if column == 1 else line.cells[column - 1]

    def shown_words(self, line: ListLine, column: int) -> str:
        """Return what is shown in the column: of a proposed change the words around the difference."""
        if self.name == CHANGES and column in (OLD, NEW):
            return from_difference(line.cells[OLD], line.cells[NEW], BEFORE)[column - OLD]
        return self.words(line, column)

    def rowCount(
        self,
        parent: Index = QModelIndex(),  # noqa: B008  # Qt's own signature
    ) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(
        self,
        parent: Index = QModelIndex(),  # noqa: B008  # Qt's own signature
    ) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        return _(self.columns[section].heading) if across and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.shown_words(line, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return literal(self.words(line, index.column()))
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0:
                return listed(text for at in range(len(self.columns)) if (text := self.words(line, at)))
            case _:
                return None

    def _arrange(self) -> None:
        self.beginResetModel()
        self._found = [], []
        self._shown.take(self._ordered())
        self.endResetModel()
        self._soon.stop()

    def _go_on(self) -> None:
        """Look through more lines, as long as that is not felt."""
        self._look(perf_counter() + SLICE)
        if self._shown.is_whole:
            self._soon.stop()
            self.looked.emit()

    def _look(self, end: float) -> None:
        """Look until that time; once nothing is left to look at, add what was found: each time takes a painting."""
        while perf_counter() < end and (found := self._shown.look()):
            self._found[0].extend(found[0])
            self._found[1].extend(found[1])
        if self._shown.is_whole and self._found[0]:
            first = len(self.lines)
            self.beginInsertRows(QModelIndex(), first, first + len(self._found[0]) - 1)
            self._shown.add(self._found)
            self._found = [], []
            self.endInsertRows()

    def _ordered(self) -> Sequence[ListLine]:
        column, down = self._order.column, self._order.down
        if self.name == CALLS and column == 1:
            return sorted(self._all, key=lambda line: contact_words(self.contact(line)), reverse=down)
        return ordered(self._all, Order(column - 1 if self.name == CALLS and column > 1 else column, down))
