"""Rows of the list that is shown: its columns, filtered and sorted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.corpus.desk.table import CALLS, CHANGES, QUERIES
from annotator.facts.desk.wording_difference import from_difference
from annotator.session.desk_lists.columns import Column, columns_of
from annotator.session.desk_lists.lines import ListLine, Order, contact_words, matching, ordered, source_of
from annotator.storage.program.contacts import Contact
from annotator.translation.messages import N_, _, listed
from annotator.ui.widgets.words.line_of_text import literal

Index = QModelIndex | QPersistentModelIndex
OLD, NEW, BEFORE = 1, 2, 16
"""Columns of the proposed changes, and the code points before their difference that are shown."""

CONTACT = Column(N_("Contact"), 150, lambda _row: "")
"""Column beside the source, which is on the screen and on paper only."""


class ListRows(QAbstractTableModel):
    """Model of the lines that the filter leaves, in the order of a column. ``name`` is that of the list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: Sequence[ListLine] = ()
        self._words, self._order = "", Order()
        self._contacts: Mapping[str, Contact] = {}
        self.name = QUERIES
        self.columns: Sequence[Column] = columns_of(QUERIES)
        self.lines: list[ListLine] = []

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
        self._words = words
        self._arrange()

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
        lines, column = matching(self._all, self._words), self._order.column
        if self.name == CALLS and column == 1:
            lines.sort(key=lambda line: contact_words(self.contact(line)), reverse=self._order.down)
            self.lines = lines
        else:
            at = column - 1 if self.name == CALLS and column > 1 else column
            self.lines = ordered(lines, Order(at, self._order.down))
        self.endResetModel()
