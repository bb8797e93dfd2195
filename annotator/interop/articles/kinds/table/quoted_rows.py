"""Rows of a CSV table with quotation marks; one whose marks are not right takes no other with it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from io import StringIO

from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.translation.messages import N_, _

QUOTES = N_("Its quotation marks are not right. Double those that stand within a cell, and close those around it.")
REST = N_("{why} What comes after it was not read.")
MOST_AGAIN = 8
"""How many times as long as the table what is read again after faults may be, so that hostile files end soon."""


def quoted_rows(
    text: str, separator: str, first_line: int, failed: Callable[[ForeignError], None]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row that is not empty, and the line on which it begins.

    ``failed`` takes the error of each row with wrong quotation marks. After it, reading goes on in the next line; where
    the row may go on there, lines are skipped up to one that is a whole row.
    """
    yield from _QuotedRows(text, separator, first_line, failed).rows()


class _QuotedRows:
    """Reader of the rows; ``_open`` is the error of a broken row whose end has not been found yet."""

    def __init__(self, text: str, separator: str, line: int, failed: Callable[[ForeignError], None]) -> None:
        self._lines, self._length, self._line, self._failed = StringIO(text, newline=""), len(text), line, failed
        self._reader = csv.reader(self._lines, delimiter=separator, strict=True)
        self._again = self._width = 0
        self._open: ForeignError | None = None

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        while (start := self._lines.tell()) < self._length and self._again <= MOST_AGAIN * self._length:
            line, read = self._line, self._reader.line_num
            try:
                cells = next(self._reader)
            except csv.Error:
                self._skip_line(start)
                continue
            self._line += self._reader.line_num - read
            if cells and (self._open is None or self._is_whole(start, cells)):
                self._close()
                self._width = self._width or len(cells)
                yield line, cells
        self._end()

    def _skip_line(self, start: int) -> None:
        """Note the broken row that begins here, and go to the line after its first."""
        self._close()
        self._again += self._lines.tell() - start
        self._lines.seek(start)
        self._open = ForeignError(_(QUOTES), line_place(self._line), self._line)
        ends = self._lines.readline().count('"') % 2 == 0
        self._line += 1
        if ends:
            self._close()

    def _is_whole(self, start: int, cells: list[str]) -> bool:
        """Return whether this is a row and not the rest of a broken one: as wide as the first, or else in quotes."""
        if len(cells) > 1:
            return len(cells) == (self._width or len(cells))
        end = self._lines.tell()
        self._lines.seek(start)
        first = self._lines.read(1)
        self._lines.seek(end)
        return self._width <= 1 and first == '"'

    def _close(self) -> None:
        if self._open:
            self._failed(self._open)
        self._open = None

    def _end(self) -> None:
        """Say of a broken row without an end, and where too much was read again, that the rest was not read."""
        if self._lines.tell() < self._length or self._open:
            error = self._open or ForeignError(_(QUOTES), line_place(self._line), self._line)
            self._failed(ForeignError(_(REST).format(why=error.sentence), error.place, error.line))
