"""The board as columns in memory: texts once each, numbers in arrays, and documents that can be exchanged."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from annotator.corpus.board.parts import NUMBERS, OPEN, TIMES, BoardDocument, BoardPart, TextColumn
from annotator.facts.board.columns import BoardColumn, ColumnKind

ARE_OPEN = bytes(flags for flags in range(256) if flags & OPEN)
"""Flags of rows whose facts are open."""
BYTES = 256
"""Different values of a byte."""


class Coded:
    """A column of texts of all rows: each different text once, and its index for each row.

    The indices take a byte each as long as that is enough. ``ranks`` has what others have worked out on the order of
    the texts, and ``firsts`` their first lines, each different one once and its index for each text; both until there
    are more texts.
    """

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self.texts: list[str] = []
        self.codes = array("B")
        self.ranks: list[int] | None = None
        self.firsts: tuple[list[str], list[int]] | None = None

    def add(self, column: TextColumn) -> None:
        """Append the rows of a part."""
        codes = self._translated(column)  # before, as it may widen them
        self.codes.extend(codes)

    def put(self, at: int, column: TextColumn) -> None:
        """Replace rows from ``at`` on."""
        codes = self._translated(column)
        self.codes[at : at + len(column.codes)] = array(self.codes.typecode, codes)

    def set(self, at: int, text: str) -> None:
        """Replace the text of one row."""
        code = self._code(text)
        self.codes[at] = code

    def flags(self, by_text: Sequence[bool], first: int = 0) -> bytes:
        """Return 1 for each row from ``first`` on whose text has a true value in ``by_text``, 0 for any other."""
        codes, flags = self.codes[first:], bytes(by_text)
        if codes.typecode == "B":
            return codes.tobytes().translate(flags.ljust(BYTES, b"\0"))
        return bytes([flags[code] for code in codes])

    def _translated(self, column: TextColumn) -> Iterator[int]:
        return map([self._code(text) for text in column.texts].__getitem__, column.codes)

    def _code(self, text: str) -> int:
        code = self._known.setdefault(text, len(self._known))
        if code == len(self.texts):
            self.texts.append(text)
            self.ranks = self.firsts = None
            if len(self.texts) == BYTES + 1:
                self.codes = array("I", self.codes)
        return code


@dataclass(slots=True)
class Placed:
    """A document of the board with the first of its rows."""

    about: BoardDocument
    first: int

    @property
    def rows(self) -> range:
        """Rows of the document."""
        return range(self.first, self.first + self.about.rows)


class BoardTable:
    """Rows of all documents that have been added. Rows of documents that were exchanged may be left over; none of
    ``rows`` is one of them.
    """

    def __init__(self, columns: Sequence[BoardColumn]) -> None:
        self.columns = tuple(columns)
        self.documents: list[Placed] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.folded: list[str] = []
        self.document_of = array("I")
        self.states = Coded()
        self.numbers = {name: array("I") for name in (*NUMBERS, *TIMES)}
        self.flags = array("B")
        self._cells = {column.id: Coded() for column in columns if column.has_cells}
        self._by_sidecar: dict[str, int] = {}
        self._count = 0  # of the rows of all documents, without those that are left over

    def __len__(self) -> int:
        return self._count

    @property
    def open_facts(self) -> int:
        """Number of rows whose facts are open."""
        return len(self.flags) - len(bytes(self.flags).translate(None, ARE_OPEN))

    def rows(self) -> Sequence[int]:
        """Return all rows in the order of the documents and their texts."""
        if len(self.ids) == self._count:  # none is left over, so they are in this order
            return range(self._count)
        return list(chain.from_iterable(placed.rows for placed in self.documents))

    def document(self, row: int) -> BoardDocument:
        """Return the document that the row is of."""
        return self.documents[self.document_of[row]].about

    def document_with(self, sidecar: str) -> Placed | None:
        """Return the document with that sidecar; None if it is not in the table."""
        number = self._by_sidecar.get(sidecar)
        return None if number is None else self.documents[number]

    def coded(self, column: BoardColumn) -> Coded | None:
        """Return the texts of a column of relations, attributes or states; None for any other."""
        return self.states if column.kind is ColumnKind.STATE else self._cells.get(column.id)

    def text(self, column: BoardColumn, row: int) -> str:
        """Return the text of a cell of such a column."""
        coded = self.coded(column)
        return coded.texts[coded.codes[row]] if coded else ""

    def add(self, part: BoardPart) -> list[int]:
        """Add documents, in place of those with the same sidecars. Return the numbers of the documents."""
        if not any(about.sidecar in self._by_sidecar for about in part.documents):
            return self._append(part)
        return [self._exchange(one) for one in _single(part)]

    def remove(self, sidecar: str) -> None:
        """Remove the rows of a document, if it is in the table."""
        if placed := self.document_with(sidecar):
            self._close(placed.rows)
            self._count -= placed.about.rows
            placed.about = placed.about._replace(rows=0)

    def _append(self, part: BoardPart) -> list[int]:
        first, numbers = len(self.ids), range(len(self.documents), len(self.documents) + len(part.documents))
        self._append_rows(part)
        for number, about in zip(numbers, part.documents, strict=True):
            self.documents.append(Placed(about, first))
            self._by_sidecar[about.sidecar] = number
            self.document_of.extend([number] * about.rows)
            first += about.rows
            self._count += about.rows
        return list(numbers)

    def _append_rows(self, part: BoardPart) -> None:
        self.ids += part.ids
        self.words += part.words
        self.folded += part.folded
        for own, theirs in zip(self._cells.values(), part.cells, strict=True):
            own.add(theirs)
        self.states.add(part.states)
        for name, numbers in part.numbers.items():
            self.numbers[name].extend(numbers)
        self.flags.extend(part.flags)

    def _exchange(self, part: BoardPart) -> int:
        """Put one document in place of the one with its sidecar: in its rows if there are as many, else in new ones."""
        (about,) = part.documents
        number = self._by_sidecar.get(about.sidecar)
        if number is None:
            return self._append(part)[0]
        placed = self.documents[number]
        if placed.about.rows == about.rows:
            self._put(part, placed.first)
        else:
            self._close(placed.rows)
            placed.first = len(self.ids)
            self._append_rows(part)
            self.document_of.extend([number] * about.rows)
        self._count += about.rows - placed.about.rows
        placed.about = about
        return number

    def _close(self, rows: range) -> None:
        """Let rows that are left over count as no open facts."""
        for row in rows:
            self.flags[row] &= ~OPEN

    def _put(self, part: BoardPart, first: int) -> None:
        here = slice(first, first + len(part.ids))
        self.ids[here], self.words[here], self.folded[here] = part.ids, part.words, part.folded
        for own, theirs in zip(self._cells.values(), part.cells, strict=True):
            own.put(first, theirs)
        self.states.put(first, part.states)
        for name, numbers in part.numbers.items():
            self.numbers[name][here] = numbers
        self.flags[here] = part.flags


def _single(part: BoardPart) -> Iterable[BoardPart]:
    """Yield the documents of a part one by one."""
    first = 0
    for about in part.documents:
        here = slice(first, first + about.rows)
        first += about.rows
        yield BoardPart(
            [about],
            part.ids[here],
            part.words[here],
            part.folded[here],
            tuple(TextColumn(column.texts, column.codes[here]) for column in part.cells),
            TextColumn(part.states.texts, part.states.codes[here]),
            {name: column[here] for name, column in part.numbers.items()},
            part.flags[here],
            [],
        )
