"""Sequence of a folder's entries, each of which is made when it is asked for: there can be 100,000."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import overload

from annotator.corpus.summary import Summary
from annotator.model.document import FINISHED
from annotator.session.opening.article_walk import folder_in
from annotator.session.opening.entry import Entry, searched

UNREAD = Summary("", "", 0)


class Entries(Sequence[Entry]):
    """Entries of the articles with these ``names``, paths from ``top`` on; ``rows`` has the place of each name.

    ``folders`` are where the articles lie from the top on, empty for the top itself, and ``runs`` the rows of each.
    ``twins`` are the articles beside which another one has the same stem. ``finished`` is how many of the articles are,
    ``annotations`` how many these have in all, as far as they have been read.
    """

    def __init__(self, top: Path, names: Sequence[str]) -> None:
        self._top, self.names = top, names
        self._beginning = os.path.join(top, "")  # noqa: PTH118  # a text: to make paths takes longer than to read files
        self.rows: Mapping[str, int] = {name: row for row, name in enumerate(names)}
        self.runs = _runs(names)
        self.folders = [folder for folder, rows in self.runs for _row in rows]
        self.read = [UNREAD] * len(names)
        self.twins = _twins(names)
        self._texts: list[str] | None = None
        self._done = bytearray(len(names))
        self.finished = self.annotations = 0

    def __len__(self) -> int:
        return len(self.read)

    @overload
    def __getitem__(self, row: int) -> Entry: ...
    @overload
    def __getitem__(self, row: slice) -> list[Entry]: ...
    def __getitem__(self, row: int | slice) -> Entry | list[Entry]:
        if isinstance(row, slice):
            return [self[number] for number in range(*row.indices(len(self)))]
        read = self.read[row]
        return Entry(
            self.path(row), read.title, read.status, read.annotations, read.problem, read.facts, self.folders[row]
        )

    def __iter__(self) -> Iterator[Entry]:
        return (self[row] for row in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return list(self) == other if isinstance(other, list) else self is other

    __hash__ = None  # type: ignore[assignment]  # as lists have none

    def put(self, row: int, now: Summary, text: str = "") -> bool:
        """Take what is known of an article now, and return whether that is something else than before.

        ``text`` is what ``text_of`` returns, where that has been made already.
        """
        before = self.read[row]
        self.read[row], done = now, now.status in FINISHED
        self.finished += done - self._done[row]
        self.annotations += now.annotations - before.annotations
        self._done[row] = done
        if self._texts is not None and now.title != before.title:
            self._texts[row] = text or self.text_of(row, now.title)
        return before != now

    def keep(self, others: Entries) -> None:
        """Take over what is known of the articles that are in ``others`` too."""
        if self._top != others._top:
            return
        for row, read in enumerate(others.read):
            place = None if read is UNREAD else self.rows.get(others.names[row])
            if place is not None:
                self.put(place, read)

    def is_read(self, row: int) -> bool:
        """Return whether anything is known of the article but its name."""
        return self.read[row] is not UNREAD

    def text_path(self, name: str) -> str:
        """Return the path of what has that name from the top on."""
        return f"{self._beginning}{name}"

    def rows_to_read(self, changed: Container[str]) -> list[int]:
        """Return the rows of the articles in ``changed`` folders, and of those that have not been read."""
        return [row for row, folder in enumerate(self.folders) if folder in changed or not self.is_read(row)]

    def path(self, row: int) -> Path:
        """Return the article's path."""
        return self._top / self.names[row]

    def text_of(self, row: int, title: str) -> str:
        """Return what a filter looks for words in, of an article with this title."""
        return searched(self.names[row].rpartition(os.sep)[2], self.folders[row], title)

    def texts(self) -> Sequence[str]:
        """Return what a filter looks for words in, of each article."""
        if self._texts is None:
            self._texts = [self.text_of(row, read.title) for row, read in enumerate(self.read)]
        return self._texts

    def finished_in(self, rows: Sequence[int]) -> int:
        """Return how many of the articles in these rows are finished."""
        return sum(self._done[rows.start : rows.stop] if isinstance(rows, range) else map(self._done.__getitem__, rows))

    @staticmethod
    def of(entries: Sequence[Entry]) -> Entries:
        """Return the entries as they are, all of the folder of the first."""
        made = Entries(entries[0].path.parent if entries else Path(), [entry.path.name for entry in entries])
        for row, entry in enumerate(entries):
            made.put(row, entry.summary)
        return made


def rows_after(order: Sequence[int], row: int | None, step: int) -> Iterator[int]:
    """Yield the rows that follow in the direction of ``step``, from the beginning, or the end, where there is none."""
    start = order.index(row) + step if row is not None and row in order else (0 if step > 0 else len(order) - 1)
    return (order[place] for place in range(start, len(order) if step > 0 else -1, step))


def rows_around(order: Sequence[int], row: int | None) -> list[int]:
    """Return all rows but this one: those that follow it first, and then those from the beginning to it."""
    place = order.index(row) if row is not None and row in order else -1
    return [*order[place + 1 :], *order[: max(place, 0)]]


def _runs(names: Sequence[str]) -> list[tuple[str, range]]:
    """Return the rows of each folder; those of one follow each other."""
    runs, at = list[tuple[str, range]](), 0
    for folder, some in groupby(map(folder_in, names)):
        end = at + len([*some])
        runs.append((folder, range(at, end)))
        at = end
    return runs


def _twins(names: Sequence[str]) -> frozenset[str]:
    stems = Counter(name.rpartition(".")[0] for name in names)
    return (
        frozenset(name for name in names if stems[name.rpartition(".")[0]] > 1)
        if len(stems) < len(names)
        else frozenset()
    )
