"""A table of texts, from whatever kind of file it is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

SAMPLE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """Its cells by the names of their columns, and the line of the file in which it begins, where that is known."""

    cells: Mapping[str, str]
    line: int | None = None

    def get(self, column: str) -> str:
        """What stands in that column, empty where there is none."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """The names of its columns, and its rows, which are read one after the other and only once."""

    columns: list[str]
    rows: Iterator[Row]


def sampled(rows: Iterator[Row]) -> tuple[list[Row], Iterator[Row]]:
    """The first rows, and all of them."""
    first = list(islice(rows, SAMPLE))
    return first, chain(first, rows)
