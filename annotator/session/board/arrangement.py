"""Lines of the board: rows that the filter lets through, sorted, below the headings of their groups."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add

from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.session.board.filtering import ALL, filtered
from annotator.session.board.groups import Group, Groups, division_by
from annotator.session.board.orders import RowOrders
from annotator.session.board.sorting import Level, Sorting

NO_GROUPS = "none"
BY_ARTICLE = ColumnKind.ARTICLE.value
FEW = 3
"""Rows that are found faster one by one than all lines are gone through."""


@dataclass(frozen=True, slots=True)
class BoardView:
    """View of the board: the rows that pass, and their order; ``group`` is the id of a column, or ``NO_GROUPS``."""

    filter: str = ""
    scope: str = ALL
    levels: tuple[Level, ...] = ()
    group: str = BY_ARTICLE

    @property
    def grows_at_end(self) -> bool:
        """True if rows of further documents come after all others."""
        return not self.levels and self.group in (BY_ARTICLE, NO_GROUPS)


@dataclass(slots=True)
class Arrangement:
    """Lines in order: rows by their numbers, those of each group below its heading.

    ``closed`` are the keys of the groups of which only the heading is a line. ``count`` is the number of lines.
    """

    groups: Groups = field(default_factory=Groups)
    closed: set[str] = field(default_factory=set)
    count: int = 0
    _heads: list[int] = field(default_factory=list)  # lines of the headings

    def arrange(self, orders: RowOrders, view: BoardView) -> None:
        """Make the lines anew, of the table of the orders."""
        table, column = orders.table, _column(orders.table, view)
        rows = filtered(table, table.rows(), view.filter, view.scope)
        self.groups = Groups(division_by(orders, column) if column else None, Sorting(orders, view.levels))
        self.groups.append(rows)
        self._place()

    def further(self, table: BoardTable, view: BoardView, documents: Sequence[int]) -> Groups:
        """Return what is to be appended for documents that were added last, for a view that grows at its end."""
        first, last = table.documents[documents[0]], table.documents[documents[-1]]
        found = Groups(self.groups.division)
        found.append(filtered(table, range(first.first, last.rows.stop), view.filter, view.scope))
        return found

    def lines_for(self, further: Groups) -> int:
        """Return the number of lines that these groups will have."""
        return further.size + len(further) - sum(len(group.rows) for group in self._closed_of(further))

    def append(self, further: Groups) -> None:
        """Append the lines of these groups."""
        self.groups.append(further.rows())
        self._place()

    def close(self, keys: set[str]) -> None:
        """Let the groups with these keys, and no others, be closed."""
        self.closed = keys
        self._place()

    def group(self, line: int) -> Group | None:
        """Return the group whose heading is that line; None for a row, and where there is no such line."""
        at = bisect_right(self._heads, line) - 1
        return self.groups[at] if at >= 0 and self._heads[at] == line else None

    def row(self, line: int) -> int:
        """Return the number of the row in that line; -1 for a heading, and where there is no such line."""
        if not 0 <= line < self.count:
            return -1
        at = bisect_right(self._heads, line) - 1
        below = line - self._heads[at] - 1 if at >= 0 else line
        return self.groups.row(self.groups.start(max(at, 0)) + below) if below >= 0 else -1

    def line_of(self, row: int) -> int:
        """Return the line of the row; -1 if it is not shown."""
        place = self.groups.place(row)
        return self._line_at(place) if place >= 0 else -1

    def lines_of(self, rows: Collection[int]) -> list[int]:
        """Return the lines of those of the rows that are shown; in their order."""
        if len(rows) <= FEW:
            return sorted(line for row in rows if (line := self.line_of(row)) >= 0)
        wanted = frozenset(rows)
        lines = (self._line_at(place) for place, row in enumerate(self.groups.rows()) if row in wanted)
        return [line for line in lines if line >= 0]

    def heading_above(self, line: int) -> int:
        """Return the line of the heading of the group in which that line is; -1 if there are no groups."""
        at = bisect_right(self._heads, line) - 1
        return self._heads[at] if at >= 0 else -1

    def rows(self) -> list[int]:
        """Return the rows that pass in their order, also those of closed groups."""
        return self.groups.rows()

    def _line_at(self, place: int) -> int:
        """Return the line of the row at a place among all rows; -1 if its group is closed."""
        if not self._heads:
            return place
        at = self.groups.at(place)
        is_closed = bool(self.closed) and self.groups.key(at) in self.closed
        return -1 if is_closed else self._heads[at] + 1 + place - self.groups.start(at)

    def _place(self) -> None:
        """Work out the lines of the headings."""
        groups, closed = self.groups, self.closed
        starts = [0, *groups.ends] if groups.division else [0]
        if closed:
            sizes = [0 if groups.key(at) in closed else groups.ends[at] - starts[at] for at in range(len(groups))]
            starts = [0, *accumulate(sizes)]
        self._heads = list(map(add, starts[:-1], range(len(groups))))
        self.count = starts[-1] + len(groups) if groups.division else groups.size

    def _closed_of(self, groups: Groups) -> list[Group]:
        return [group for group in groups if group.key in self.closed] if self.closed else []


def _column(table: BoardTable, view: BoardView) -> BoardColumn | None:
    return next((column for column in table.columns if column.id == view.group), None)
