"""Order in which the sidecars of a folder are read: what is asked for first, then all that is due."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

AT_A_TIME = 400
"""Articles that are read in one job."""


class SidecarPass:
    """Rows of a folder's entries that are still to be read."""

    def __init__(self) -> None:
        self._first: Sequence[int] = ()
        self.begin(0, ())

    def begin(self, entries: int, due: Sequence[int]) -> None:
        """Let these rows be read, of so many entries in all; what was asked for still comes first."""
        self._entries, self._due, self._at = entries, due, 0

    def ask(self, rows: Sequence[int]) -> None:
        """Let these rows be read next, in place of those that were asked for before."""
        self._first = rows

    def next(self, is_read: Callable[[int], bool]) -> Sequence[int]:
        """Take the rows that are read next; none where all are."""
        first, self._first = [row for row in self._first if row < self._entries and not is_read(row)], ()
        if first:
            return first[:AT_A_TIME]
        rows = self._due[self._at : self._at + AT_A_TIME]
        self._at += len(rows)
        return rows

    @property
    def read(self) -> int:
        """Number of entries that have been read, or are being read; all of them at the end."""
        return self._entries - len(self._due) + self._at


def runs(rows: Iterable[int]) -> list[range]:
    """Return the rows, which are in order, as runs without gaps."""
    grouped = (list(run) for _key, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]))
    return [range(run[0][1], run[-1][1] + 1) for run in grouped]
