"""Names of the columns of a table whose first row may have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice

from annotator.interop.articles.extracted import FIRST_TEXT, NAMES, raised
from annotator.interop.articles.kinds.table.first_row import has_names
from annotator.interop.articles.kinds.table.tabular import SAMPLE, Row, Table
from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.storage.files.file_error import told
from annotator.translation.messages import N_, _, listed, number

UNEVEN = N_(
    "It has {count} cells, where the first row has {usual}. "
    "Put quotation marks around cells that have the separator in them."
)
WITH_NAMES = N_("Its first row was taken for the names of the columns, not for a text: {columns}.")
WITHOUT_NAMES = N_("Its first row was taken for a text, not for the names of the columns.")
MOST_TOLD = 12


def headed_table(
    records: Iterator[tuple[int, list[str]]], first_row: str, failed: Callable[[ForeignError], None] = raised
) -> Table:
    """Return the table of these rows and their lines; ``first_row`` says whether names come first, if not empty.

    ``failed`` takes the error of each row that has too many cells.
    """
    first = next(records, None)
    if first is None:
        return Table([], iter(()))
    sample = list(islice(records, SAMPLE))
    rows = chain(sample, records)
    if first_row == NAMES or (first_row != FIRST_TEXT and has_names(first[1], [cells for _line, cells in sample])):
        names = _unique(first[1])
        shown = [*map(told, names[:MOST_TOLD]), *(["…"] if len(names) > MOST_TOLD else [])]
        return Table(names, _rows(names, rows, failed), (_(WITH_NAMES).format(columns=listed(shown)),))
    names = _unique([""] * len(first[1]))
    return Table(names, _rows(names, chain([first], rows), failed), (_(WITHOUT_NAMES),))


def _rows(
    names: list[str], records: Iterator[tuple[int, list[str]]], failed: Callable[[ForeignError], None]
) -> Iterator[Row]:
    for line, cells in records:
        if any(cells[len(names) :]):
            sentence = _(UNEVEN).format(count=number(len(cells)), usual=number(len(names)))
            failed(ForeignError(sentence, line_place(line), line))
        else:
            yield Row(dict(zip(names, cells, strict=False)), line)


def _unique(cells: list[str]) -> list[str]:
    """Return a unique name for each column."""
    names: dict[str, None] = {}
    for place, cell in enumerate(cells, 1):
        name = cell.strip() or f"column {place}"
        while name in names:
            name = f"{name} ({place})"
        names[name] = None
    return list(names)
