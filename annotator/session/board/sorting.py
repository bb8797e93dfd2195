"""Sorting of the rows of the board by columns, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.session.board.orders import RowOrders


@dataclass(frozen=True, slots=True)
class Level:
    """A column to sort by, ``down`` from the last to the first; cells without anything come last either way."""

    column: str
    down: bool = False


def with_level(levels: Sequence[Level], column: str, *, alone: bool) -> tuple[Level, ...]:
    """Return the levels after the head of a column was chosen: it comes first, turned round where it was.

    ``alone``: the others are dropped; else rows with equal cells stay in their order.
    """
    before = levels[0] if levels and levels[0].column == column else None
    first = Level(column, down=not before.down) if before else Level(column)
    return (first,) if alone else (first, *(level for level in levels if level.column != column))


class Sorting:
    """Sorting by all levels, the first of them first, of rows of the whole table or of one of its groups.

    Rows with equal cells stay in their order, which is that of the table.
    """

    def __init__(self, orders: RowOrders, levels: Sequence[Level]) -> None:
        by_id = {column.id: column for column in orders.table.columns}
        known = [level for level in levels if level.column in by_id]
        self._levels = [(orders.sorting(by_id[level.column]), level.down) for level in reversed(known)]

    def __bool__(self) -> bool:
        return bool(self._levels)

    def sorted(self, rows: Sequence[int]) -> Sequence[int]:
        """Return the rows sorted; the same where there is no level."""
        for number, (ordered, down) in enumerate(self._levels):
            rows = ordered.sorted(rows, down=down, as_read=number == 0)
        return rows
