"""Lines of a list: rows with the words of their cells, filtered and sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from annotator.corpus.desk.table import CALLS, NAMES, Row, is_open, rows_of
from annotator.facts.desk.lists.rows import CallRow, DeskLists
from annotator.language.folding import folded
from annotator.session.desk_lists.columns import columns_of, fact_of
from annotator.storage.program.contacts import Contact
from annotator.translation.messages import _, listed

TAB = "\t"
FIRST_NUMBER = re.compile(r"(\d{1,18})(?:[,،]|$)")
"""Digits of a cell that is sorted as a number; Python refuses to read thousands of them."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """A row with the words of its cells; ``text`` is that for the filter."""

    row: Row
    cells: tuple[str, ...]
    is_open: bool
    text: str

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


@dataclass(frozen=True, slots=True)
class DocumentLines:
    """Lines of the lists of a document by their names, ``all`` of them and those that are ``open``."""

    all: Mapping[str, Sequence[ListLine]]
    open: Mapping[str, Sequence[ListLine]]


def lines_of(lists: DeskLists) -> DocumentLines:
    """Return the lines of all lists of a document."""
    found = {name: [_made(row, name) for row in rows_of(lists, name)] for name in NAMES}
    return DocumentLines(found, {name: [line for line in lines if line.is_open] for name, lines in found.items()})


def joined_lines(name: str, parts: Iterable[DocumentLines], *, settled: bool) -> list[ListLine]:
    """Return the lines of several documents, without ``settled`` the open ones; calls are grouped by their source."""
    lines = [*chain.from_iterable(part.all[name] if settled else part.open[name] for part in parts)]
    return [*_by_source(lines)] if name == CALLS else lines


def ordered(lines: Sequence[ListLine], order: Order) -> Sequence[ListLine]:
    """Return the lines in the order: numbers as numbers, empty cells last."""
    if order.column < 0:
        return lines
    return sorted(lines, key=lambda line: _key(line.cells[order.column]), reverse=order.down)


def as_text(name: str, lines: Iterable[ListLine]) -> str:
    """Return the lines as text with tabs, below the headings, as spreadsheets take it; contacts are not in it."""
    head = TAB.join(_(column.heading) for column in columns_of(name))
    return "\n".join([head, *(TAB.join(line.cells) for line in lines)]) + "\n"


def source_of(line: ListLine) -> str:
    """Return the name of the source that is to be called; empty for a line of another list."""
    return line.row.source if isinstance(line.row, CallRow) else ""


def contact_words(contact: Contact | None) -> str:
    """Return the contact on one line; nothing for none."""
    texts = (contact.phone, contact.mail, contact.remark) if contact else ()
    return listed(" ".join(text.split()) for text in texts if text.strip())


def _made(row: Row, name: str) -> ListLine:
    cells = tuple(column.words(row) for column in columns_of(name))
    return ListLine(row, cells, is_open(row), _plain("\n".join(cells)))


def _by_source(lines: Iterable[ListLine]) -> Iterator[ListLine]:
    groups: dict[str, list[ListLine]] = {}
    for line in lines:
        groups.setdefault(source_of(line).casefold(), []).append(line)
    for group in groups.values():
        yield from group


def _plain(text: str) -> str:
    """Return the text as the filter and the order look at it: ASCII needs no folding but that of case."""
    return text.lower() if text.isascii() else folded(text)


def _key(cell: str) -> tuple[bool, int, str]:
    first = FIRST_NUMBER.match(cell)
    return not cell, int(first[1]) if first else 0, _plain(cell)
