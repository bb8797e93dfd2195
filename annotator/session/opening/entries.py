"""Sequence of a folder's entries, each of which is made when it is first asked for: there can be 100,000."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import overload

from annotator.session.opening.article_walk import folder_in
from annotator.session.opening.entry import Entry, searched


class Entries(Sequence[Entry]):
    """Entries of the articles with these ``names``, paths from ``top`` on; ``rows`` has the place of each name.

    ``folders`` are where the articles lie from the top on, empty for the top itself.
    ``finished`` is how many of them are, ``annotations`` how many these have in all, as far as they have been read.
    """

    def __init__(self, top: Path, names: Sequence[str], rows: Mapping[str, int] | None = None) -> None:
        self._top, self.names = top, names
        self.rows = {name: row for row, name in enumerate(names)} if rows is None else rows
        self._made: list[Entry | None] = [None] * len(names)
        self.folders = [folder for folder, some in groupby(map(folder_in, names)) for _name in some]
        self._texts: list[str] | None = None
        self._done = bytearray(len(names))
        self.finished = self.annotations = 0

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, row: int) -> Entry: ...
    @overload
    def __getitem__(self, row: slice) -> list[Entry]: ...
    def __getitem__(self, row: int | slice) -> Entry | list[Entry]:
        if isinstance(row, slice):
            return [self[number] for number in range(*row.indices(len(self)))]
        entry = self._made[row]
        if entry is None:
            entry = self._made[row] = Entry(self._top / self.names[row], folder=self.folders[row])
        return entry

    def __iter__(self) -> Iterator[Entry]:
        return (self[row] for row in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return list(self) == other if isinstance(other, list) else self is other

    __hash__ = None  # type: ignore[assignment]  # as lists have none

    def replace(self, row: int, entry: Entry) -> bool:
        """Put another entry there, and return whether it differs from the one that was."""
        before = self[row]
        self._made[row] = entry
        self._done[row] = entry.finished
        if self._texts is not None:
            self._texts[row] = entry.folded
        self.finished += entry.finished - before.finished
        self.annotations += entry.annotations - before.annotations
        return before != entry

    def is_read(self, row: int) -> bool:
        """Return whether anything is known of the article but its name."""
        entry = self._made[row]
        return entry is not None and bool(entry.status or entry.problem)

    def known(self) -> Iterable[tuple[int, Entry]]:
        """Return the entries that were made, each with its place: the others have neither status nor count."""
        return [(row, entry) for row, entry in enumerate(self._made) if entry is not None]

    def texts(self) -> Sequence[str]:
        """Return what a filter looks for words in, of each article, without entries being made."""
        if self._texts is None:
            self._texts = [entry.folded if entry else self._folded(row) for row, entry in enumerate(self._made)]
        return self._texts

    def finished_in(self, rows: Sequence[int]) -> int:
        """Return how many of the articles in these rows, which are in order, are finished."""
        return sum(map(self._done.__getitem__, rows))

    def path(self, row: int) -> Path:
        """Return the article's path, without an entry being made."""
        entry = self._made[row]
        return entry.path if entry else self._top / self.names[row]

    def _folded(self, row: int) -> str:
        return searched(self.names[row].rpartition(os.sep)[2], self.folders[row])

    @staticmethod
    def of(entries: Sequence[Entry]) -> Entries:
        """Return the entries as they are, all of one folder."""
        made = Entries(Path(), [entry.path.name for entry in entries])
        for row, entry in enumerate(entries):
            made.replace(row, entry)
        return made

    def keep(self, others: Entries) -> None:
        """Take over what is known of the articles that are in ``others`` too."""
        if self._top == others._top:
            for row, entry in others.known():
                place = self.rows.get(others.names[row])
                if place is not None:
                    self.replace(place, entry)
