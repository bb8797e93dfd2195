"""Parts of the board: rows of some documents in columns, as small as another process can send them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from annotator.facts.board.rows import BoardRow
from annotator.language.folding import folded
from annotator.storage.files.file_error import Problem

OPEN, NOTE, PLACE, EVIDENCE, QUERY = 1, 2, 4, 8, 16
"""Flags of a row: its fact is open, it has a note, it is at its place, it has evidence, it has queries."""
NUMBERS = ("start", "end", "number", "pieces", "supporting", "contradicting", "queries", "unanswered")
TIMES = ("created", "modified")
BEGINNING = date(2000, 1, 1).toordinal()
TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z", re.ASCII)
DAY, HOUR, MINUTE = 86400, 3600, 60
LARGEST = (1 << 32) - 1
"""Largest number of a column. Offsets that a file gives for what has lost its place may be larger."""


class TextColumn(NamedTuple):
    """A column of texts: each different one once, and its index for each row."""

    texts: list[str]
    codes: array[int]


class BoardDocument(NamedTuple):
    """A document; ``article`` and ``sidecar`` are paths from the folder, with slashes. It has so many ``rows``."""

    article: str
    sidecar: str
    annotator: str
    title: str
    status: str
    rows: int = 0


class BoardPart(NamedTuple):
    """Rows of ``documents``, one document after another, in columns.

    ``cells`` are those of the columns of relations and attributes, in their order. ``folded`` are the words of each
    row and what stands in its relations, as they are searched and sorted.
    ``numbers`` are by the names of ``NUMBERS``, and of ``TIMES`` in seconds since the year 2000, 0 for none.
    """

    documents: list[BoardDocument]
    ids: list[str]
    words: list[str]
    folded: list[str]
    cells: tuple[TextColumn, ...]
    states: TextColumn
    numbers: dict[str, array[int]]
    flags: array[int]
    problems: list[Problem]


class PartMaker:
    """Collector of the rows of documents; ``relations`` are the indices of the cells that the search looks at."""

    def __init__(self, cells: int, relations: Sequence[int]) -> None:
        self._cells = [_Coding() for _cell in range(cells)]
        self._relations = relations
        self._states = _Coding()
        numbers = {name: array("I") for name in (*NUMBERS, *TIMES)}
        columns: tuple[TextColumn, ...] = tuple(coding.column for coding in self._cells)
        self._part = BoardPart([], [], [], [], columns, self._states.column, numbers, array("B"), [])

    def __len__(self) -> int:
        return len(self._part.ids)

    def add(self, document: BoardDocument, rows: Sequence[BoardRow]) -> None:
        """Add the rows of a document, in the order of its text."""
        self._part.documents.append(document._replace(rows=len(rows)))
        for row in rows:
            self._add(row)

    def add_problem(self, problem: Problem) -> None:
        """Add the problem of a file whose rows cannot be had."""
        self._part.problems.append(problem)

    def part(self) -> BoardPart:
        """Return the part."""
        return self._part

    def _add(self, row: BoardRow) -> None:
        part = self._part
        part.ids.append(row.id)
        part.words.append(row.words)
        said = [cell for at in self._relations if (cell := row.cells[at])]
        part.folded.append(folded("\n".join([row.words, *said])))
        for coding, text in zip(self._cells, row.cells, strict=True):
            coding.add(text)
        self._states.add(row.state)
        numbers = (row.start, row.end, row.number, *row.evidence, *row.queries, _time(row.created), _time(row.modified))
        for column, number in zip(part.numbers.values(), numbers, strict=True):
            column.append(min(number, LARGEST))
        part.flags.append(_flags(row))


class _Coding:
    """A column of texts as it grows."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self.column = TextColumn([], array("I"))

    def add(self, text: str) -> None:
        code = self._known.setdefault(text, len(self._known))
        if code == len(self.column.texts):
            self.column.texts.append(text)
        self.column.codes.append(code)


def _flags(row: BoardRow) -> int:
    said = OPEN * row.is_open | NOTE * row.has_note | PLACE * row.has_place
    return said | EVIDENCE * (row.evidence[0] > 0) | QUERY * (row.queries[0] > 0)


def _time(text: str) -> int:
    """Return the seconds since the year 2000 of a time in UTC; 0 for none, and for what is no such time."""
    found = TIME.fullmatch(text)
    if not found:
        return 0
    year, month, day, hour, minute, second = map(int, found.groups())
    try:
        days = date(year, month, day).toordinal() - BEGINNING
    except ValueError:
        return 0
    seconds = DAY * days + HOUR * hour + MINUTE * minute + second
    return seconds if 0 < seconds <= LARGEST else 0


def time_text(seconds: int) -> str:
    """Return the time of these seconds since the year 2000 in UTC, ``2026-11-22T06:21:20Z``; empty for 0."""
    if not seconds:
        return ""
    day, rest = date.fromordinal(BEGINNING + seconds // DAY), seconds % DAY
    return f"{day.isoformat()}T{rest // HOUR:02}:{rest // MINUTE % 60:02}:{rest % 60:02}Z"
