"""Lines of the board: rows that the filter lets through, sorted, below the headings of their groups."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.session.board.filtering import ALL, filtered
from annotator.session.board.sorting import Group, Level, Sorting, grouped

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
    """Lines in order: a row by its number, the heading of a group by -1 less the group’s number.

    ``closed`` are the keys of the groups of which only the heading is a line.
    """

    lines: list[int] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)

    def arrange(self, table: BoardTable, view: BoardView) -> None:
        """Make the lines anew."""
        rows = filtered(table, table.rows(), view.filter, view.scope)
        column, sorting = _column(table, view), Sorting(table, view.levels)
        self.groups = grouped(table, rows, column) if column else []
        for group in self.groups if view.levels else ():
            group.rows = sorting.sorted(group.rows)
        self.lines = self._with_headings(0) if column else list(sorting.sorted(rows))

    def further(self, table: BoardTable, view: BoardView, documents: Sequence[int]) -> list[int]:
        """Return the lines to append for documents that were added, for a view that grows at its end."""
        every = [row for number in documents for row in table.documents[number].rows]
        rows, column, first = filtered(table, every, view.filter, view.scope), _column(table, view), len(self.groups)
        if column is None:
            return list(rows)
        self.groups += grouped(table, rows, column)
        return self._with_headings(first)

    def close(self, keys: set[str]) -> None:
        """Let the groups with these keys, and no others, be closed."""
        self.closed = keys
        self.lines = self._with_headings(0) if self.groups else self.lines

    def group(self, line: int) -> Group | None:
        """Return the group whose heading is that line; None for a row, and where there is no such line."""
        found = self.lines[line] if 0 <= line < len(self.lines) else 0
        return self.groups[-1 - found] if found < 0 else None

    def row(self, line: int) -> int:
        """Return the number of the row in that line; -1 for a heading, and where there is no such line."""
        return max(self.lines[line], -1) if 0 <= line < len(self.lines) else -1

    def line_of(self, row: int) -> int:
        """Return the line of the row; -1 if it is not shown."""
        try:
            return self.lines.index(row)
        except ValueError:
            return -1

    def lines_of(self, rows: Collection[int]) -> list[int]:
        """Return the lines of those of the rows that are shown; in their order."""
        if len(rows) <= FEW:
            return sorted(line for row in rows if (line := self.line_of(row)) >= 0)
        wanted = frozenset(rows)
        return [line for line, row in enumerate(self.lines) if row in wanted]

    def heading_above(self, line: int) -> int:
        """Return the line of the heading of the group in which that line is; -1 if there are no groups."""
        while line >= 0 and self.lines[line] >= 0:
            line -= 1
        return line

    @property
    def shown(self) -> int:
        """Number of rows that pass, also those of closed groups."""
        return sum(len(group.rows) for group in self.groups) if self.groups else len(self.lines)

    def rows(self) -> list[int]:
        """Return the rows that pass in their order, also those of closed groups."""
        return [row for group in self.groups for row in group.rows] if self.groups else list(self.lines)

    def _with_headings(self, first: int) -> list[int]:
        lines: list[int] = []
        for number, group in enumerate(self.groups[first:], start=first):
            lines.append(-1 - number)
            if group.key not in self.closed:
                lines += group.rows
        return lines


def group_columns(columns: Sequence[BoardColumn]) -> list[BoardColumn]:
    """Return the columns by which rows can be grouped: whose cells many rows share."""
    kinds = ColumnKind.ARTICLE, ColumnKind.STATE, ColumnKind.ANNOTATOR, ColumnKind.RELATION
    first = [column for kind in kinds for column in columns if column.kind is kind and not column.inward]
    types = "choice", "flag"
    return first + [column for column in columns if column.rule and column.rule.type in types]


def _column(table: BoardTable, view: BoardView) -> BoardColumn | None:
    return next((column for column in table.columns if column.id == view.group), None)
