"""Lines of a list: rows with the words of their cells, filtered and sorted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.corpus.desk.table import CALLS, Row, is_open, rows_of
from annotator.facts.desk.lists.calls import calls_by_source
from annotator.facts.desk.lists.rows import CallRow, DeskLists
from annotator.language.folding import folded, folded_query
from annotator.session.desk_lists.columns import columns_of, fact_of
from annotator.storage.program.contacts import Contact
from annotator.translation.messages import _, listed

NO_CONTACT = Contact()
CELLS = "\t"


@dataclass(frozen=True, slots=True)
class ListLine:
    """A row with the words of its cells; ``contact`` is that of its source, for the screen and for print only."""

    row: Row
    cells: tuple[str, ...]
    is_open: bool
    contact: Contact = NO_CONTACT

    @property
    def key(self) -> tuple[object, ...]:
        """Value by which the line is known again when the list is made anew."""
        row, fact = self.row, fact_of(self.row)
        item = getattr(row, "query", None) or getattr(row, "criticism", None)
        source = row.source_id if isinstance(row, CallRow) else ""
        return row.article, row.annotator, item.id if item else "", fact.id if fact else "", source


@dataclass(frozen=True, slots=True)
class Order:
    """Order of a list: by the column, or as it is made where that is -1; last first if ``down``."""

    column: int = -1
    down: bool = False


def lines_of(
    lists: DeskLists, name: str, *, settled: bool = True, contacts: Mapping[str, Contact] | None = None
) -> list[ListLine]:
    """Return the lines of the list of that name, calls grouped by their source; without ``settled`` the open ones."""
    rows: Iterable[Row] = rows_of(lists, name, settled=settled)
    if name == CALLS:
        rows = [row for _source, calls in calls_by_source(lists.calls) for row in calls]
    columns, known = columns_of(name), contacts or {}
    return [
        ListLine(row, tuple(column.words(row) for column in columns), is_open(row), _contact(row, known))
        for row in rows
    ]


def matching(lines: Sequence[ListLine], wanted: str) -> list[ListLine]:
    """Return the lines that have each of the words in whatever cell; all of them where none is wanted."""
    words = folded_query(wanted).split()
    if not words:
        return [*lines]
    return [line for line in lines if all(word in folded("\n".join(line.cells)) for word in words)]


def ordered(lines: Sequence[ListLine], order: Order) -> list[ListLine]:
    """Return the lines in the order: numbers as numbers, empty cells last."""
    if order.column < 0:
        return [*lines]
    return sorted(lines, key=lambda line: _key(line.cells[order.column]), reverse=order.down)


def as_text(name: str, lines: Iterable[ListLine]) -> str:
    """Return the lines as text with tabs, below the headings, as spreadsheets take it; without contacts."""
    head = CELLS.join(_(column.heading) for column in columns_of(name))
    return "\n".join([head, *(CELLS.join(line.cells) for line in lines)]) + "\n"


def contact_words(contact: Contact) -> str:
    """Return the contact on one line."""
    return listed(" ".join(text.split()) for text in (contact.phone, contact.mail, contact.remark) if text.strip())


def _contact(row: Row, known: Mapping[str, Contact]) -> Contact:
    if not isinstance(row, CallRow):
        return NO_CONTACT
    return known.get(" ".join(row.source.split()).casefold(), NO_CONTACT)


def _key(cell: str) -> tuple[bool, int, str]:
    first = cell.partition(",")[0]
    return not cell, int(first) if first.isdecimal() and first.isascii() else 0, folded(cell)
