"""Groups of the rows of the board by a column. The rows are kept one after another, a group is made when it is seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import BoardColumn
from annotator.session.board.keys import group_keys
from annotator.session.board.orders import Ordered, RowOrders
from annotator.session.board.sorting import Sorting

STEP = 32
"""Rows of a group that are passed over at first."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows with the same ``key``; ``text`` is the cell that they share, or ``document`` the number of theirs."""

    key: str
    rows: Sequence[int]
    text: str = ""
    document: int = -1


@dataclass(frozen=True, slots=True)
class Division:
    """Division by a column: the number of the group of each row of the table, and the ``texts`` of the groups.

    Without texts the groups are the documents.
    """

    table: BoardTable
    numbers: Sequence[int]
    texts: Sequence[str] | None = None
    ordered: Ordered | None = None

    def divided(self, rows: Sequence[int]) -> Sequence[int]:
        """Return the rows of one group after another; rows of the table are one document after another already."""
        return self.ordered.sorted(rows, as_read=True) if self.ordered else rows

    def key(self, number: int) -> str:
        """Return the key of the group with that number."""
        return self.table.documents[number].about.sidecar if self.texts is None else self.texts[number]

    def group(self, number: int, rows: Sequence[int]) -> Group:
        """Return the group with that number and these rows."""
        if self.texts is None:
            return Group(self.key(number), rows, document=number)
        return Group(self.key(number), rows, self.key(number))


class Groups(Sequence[Group]):
    """Groups that have any rows, in their order; none without a ``division``.

    The rows are kept one group after another, and those of a group are sorted when one of them is asked for: of some
    thousand groups a few are seen. ``ends`` says after how many rows each group ends.
    """

    def __init__(self, division: Division | None = None, sorting: Sorting | None = None) -> None:
        self.division = division
        self.ends: list[int] = []
        self._numbers: list[int] = []
        self._rows: list[int] = []
        self._sorting = sorting
        self._unsorted: set[int] = set()

    def __len__(self) -> int:
        return len(self.ends) if self.division else 0

    @overload
    def __getitem__(self, at: int) -> Group: ...
    @overload
    def __getitem__(self, at: slice) -> list[Group]: ...
    def __getitem__(self, at: int | slice) -> Group | list[Group]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if self.division is None or not 0 <= at < len(self):
            raise IndexError(at)
        self._sort(at)
        return self.division.group(self._numbers[at], self._rows[self.start(at) : self.ends[at]])

    @property
    def size(self) -> int:
        """Number of rows of all groups."""
        return len(self._rows)

    def rows(self) -> list[int]:
        """Return the rows of all groups, one after another."""
        for at in list(self._unsorted):
            self._sort(at)
        return list(self._rows)

    def row(self, place: int) -> int:
        """Return the row at that place among those of all groups."""
        self._sort(self.at(place))
        return self._rows[place]

    def place(self, row: int) -> int:
        """Return the place of a row among those of all groups; -1 if it is in none."""
        try:
            place = self._rows.index(row)
        except ValueError:
            return -1
        at = self.at(place)
        self._sort(at)
        return self._rows.index(row, self.start(at))

    def start(self, at: int) -> int:
        """Return the place of the first row of that group."""
        return self.ends[at - 1] if at else 0

    def at(self, place: int) -> int:
        """Return which group the row at that place is in."""
        return bisect_right(self.ends, place)

    def key(self, at: int) -> str:
        """Return the key of that group; empty without a division."""
        return self.division.key(self._numbers[at]) if self.division else ""

    def append(self, rows: Sequence[int]) -> None:
        """Append rows of further groups, in their order; without a division, further rows."""
        at, groups = len(self._rows), len(self.ends)
        self._rows += self.division.divided(rows) if self.division else rows
        if not self.division:
            self.ends = [len(self._rows)]
        while self.division and at < len(self._rows):
            self._numbers.append(self.division.numbers[self._rows[at]])
            at = _end_of(self._rows, at, self.division.numbers)
            self.ends.append(at)
        if self._sorting:
            self._unsorted.update(range(groups, len(self.ends)))

    def _sort(self, at: int) -> None:
        if at in self._unsorted and self._sorting:
            self._unsorted.remove(at)
            here = slice(self.start(at), self.ends[at])
            self._rows[here] = self._sorting.sorted(self._rows[here])


def _end_of(rows: Sequence[int], at: int, numbers: Sequence[int]) -> int:
    """Return where the group ends whose first row is at that place: few rows are looked at of a large one."""
    number, last, end = numbers[rows[at]], len(rows), at + STEP
    while end < last and numbers[rows[end]] == number:
        end += end - at
    return bisect_right(rows, number, at, min(end, last), key=numbers.__getitem__)


def division_by(orders: RowOrders, column: BoardColumn) -> Division:
    """Return the division by a column; of a cell with several texts the first one counts."""
    table, groups = orders.table, group_keys(orders.table, column)
    if groups is None:
        return Division(table, table.document_of)
    return Division(table, list(groups.keys.each()), groups.texts, orders.dividing(column, groups))
