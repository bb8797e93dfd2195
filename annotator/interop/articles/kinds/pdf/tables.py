"""Rows of tables on a PDF's pages, which are no lines of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.interop.articles.kinds.pdf.lines import Line

SAME_ROW = 0.3
"""Most distance of the base lines of one row, in line heights."""

LEAST_ROWS, LEAST_CELLS = 2, 2
LONGEST_CELL = 40
"""Most characters of the usual cell; longer ones are lines of columns that stand beside each other."""

ALIGNED = 0.6
"""Most distance of the edges of cells in one column, in line heights."""

FARTHEST = 3
"""Most distance of two rows, in line heights."""


@dataclass(frozen=True, slots=True)
class Row:
    """Lines of a row, and its cells with their left and right edges."""

    lines: tuple[Line, ...]
    cells: tuple[tuple[str, float, float], ...]


def tables(lines: Sequence[Line]) -> Iterator[tuple[bool, list[Row]]]:
    """Yield the lines in their order as rows, those of a table together and told as such, all others together too."""
    waiting: list[Row] = []
    table: list[Row] = []
    for row in _rows(lines):
        if table and _continue(table[-1], row):
            table.append(row)
            continue
        if len(table) < LEAST_ROWS:
            waiting += table
        else:
            yield from ((False, waiting), (True, table))
            waiting = []
        table = [row] if _may_be_of_table(row) else []
        waiting += [] if table else [row]
    yield from ((False, waiting), (True, table)) if len(table) >= LEAST_ROWS else ((False, waiting + table),)


def _rows(lines: Sequence[Line]) -> Iterator[Row]:
    current: list[Line] = []
    for line in lines:
        if current and not _is_same_row(current[-1], line):
            yield _row(current)
            current = []
        current.append(line)
    if current:
        yield _row(current)


def _is_same_row(first: Line, second: Line) -> bool:
    is_level = abs(first.bottom - second.bottom) <= SAME_ROW * max(first.size, 1)
    return first.page == second.page and is_level and second.left > first.right + 0.5 * first.size


def _row(lines: Sequence[Line]) -> Row:
    return Row(
        tuple(lines), tuple(cell for line in lines for cell in line.cells or ((line.text, line.left, line.right),))
    )


def _may_be_of_table(row: Row) -> bool:
    lengths = sorted(len(text) for text, _left, _right in row.cells)
    return len(lengths) >= LEAST_CELLS and lengths[len(lengths) // 2 - (len(lengths) % 2 == 0)] <= LONGEST_CELL


def _continue(first: Row, second: Row) -> bool:
    """Return whether the second row is of the first one's table: below it, with its cells in the same columns."""
    one, other = first.lines[0], second.lines[0]
    is_below = one.page == other.page and 0 < one.bottom - other.bottom <= FARTHEST * max(one.size, other.size)
    if not is_below or not _may_be_of_table(second):
        return False
    fewer, more = sorted((first.cells, second.cells), key=len)
    return all(any(_are_aligned(cell, each, one.size) for each in more) for cell in fewer)


def _are_aligned(one: tuple[str, float, float], other: tuple[str, float, float], size: float) -> bool:
    middles = abs(sum(one[1:]) - sum(other[1:])) / 2
    return min(abs(one[1] - other[1]), abs(one[2] - other[2]), middles) <= ALIGNED * size
