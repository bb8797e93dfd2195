"""Table of texts, independent of the file format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

SAMPLE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of a row by column name, and the line of the file on which it begins, where known."""

    cells: Mapping[str, str]
    line: int | None = None

    def get(self, column: str) -> str:
        """Return the cell in the column, empty where there is none."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """Column names, and the rows, which can be iterated only once; ``notes`` say what was taken for names.

    ``warnings`` say what was left out or guessed.
    """

    columns: list[str]
    rows: Iterator[Row]
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def sampled(rows: Iterator[Row]) -> tuple[list[Row], Iterator[Row]]:
    """Return the first ``SAMPLE`` rows, and an iterator over all rows."""
    first = list(islice(rows, SAMPLE))
    return first, chain(first, rows)
