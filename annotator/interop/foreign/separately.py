"""Reading of many records, or many files, each by itself: one that fails takes no other with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.report import Report
from annotator.storage.files.file_error import FileError, Problem

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_OF_NONE = 20
"""Most problems of a source of which nothing can be read: it is likely another kind of file altogether."""


def separately(
    items: Iterable[Item],
    read: Callable[[Item], Iterable[Result]],
    report: Report,
    file: Path | Callable[[Item], Path],
) -> Iterator[Result]:
    """Yield what is read of each item; a ForeignError or FileError of one becomes a problem in the report.

    ``file`` is the file that all items are in, or returns the one of an item. Losses that were reported of an item
    before it failed are taken back, unless some of it had been read. Raises the first error where every item fails,
    and what the iteration over the items raises.
    """
    failures = _Failures(report)
    try:
        for item in items:
            mark = len(report.losses)
            try:
                for result in read(item):
                    failures.read_any = True
                    yield result
                    mark = len(report.losses)
            except (ForeignError, FileError) as error:
                del report.losses[mark:]
                failures.add(error, file if isinstance(file, Path) else file(item))
            else:
                failures.read_any = True
    finally:
        failures.tell()
    failures.raise_if_nothing_was_read()


class _Failures:
    """Errors so far; only the first is kept as an exception, since an exception holds on to the data it came from."""

    def __init__(self, report: Report) -> None:
        self.read_any = False
        self._report = report
        self._first: ForeignError | FileError | None = None
        self._problems: list[Problem] = []

    def add(self, error: ForeignError | FileError, file: Path) -> None:
        if isinstance(error, ForeignError):
            error.file = error.file or file
        problem = error.problem(file) if isinstance(error, ForeignError) else error.problem
        self._first = self._first or error
        self._problems.append(problem)

    def tell(self) -> None:
        """Report the failures; where nothing was read, the first is left to be raised."""
        told = self._problems if self.read_any else self._problems[1:MOST_OF_NONE]
        self._report.problems += told

    def raise_if_nothing_was_read(self) -> None:
        if self._first and not self.read_any:
            raise self._first
