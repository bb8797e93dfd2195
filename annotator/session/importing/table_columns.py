"""Read the column names of a table of texts in the background."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.interop.articles.kinds.table.extractor import EXTRACTOR, columns
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.incoming.article_sources import MAX_BYTES
from annotator.session.background.jobs import Jobs
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import FileError
from annotator.storage.files.real_place import followed


class TableColumns(QObject):
    """Reader of column names. ``read`` gives them as a list, which is empty if the file is not a table."""

    read = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pass = 0  # results of jobs from earlier passes are ignored

    def ask(self, source: Path, first_row: str = "") -> None:
        """Read the columns of the file in place of an earlier request; ``first_row`` is as in Wishes."""
        self.stop()
        self._jobs.run(partial(_columns, source, first_row), partial(self._tell, self._pass))

    def stop(self) -> None:
        self._pass += 1

    def _tell(self, this: int, done: Future[list[str]]) -> None:
        if this == self._pass:
            self.read.emit(done.result())


def is_table(source: Path) -> bool:
    """Return True if the file's suffix is that of a table."""
    return source.suffix.lower() in EXTRACTOR.suffixes


def _columns(source: Path, first_row: str) -> list[str]:
    try:
        return columns(bytes_of(followed(source), MAX_BYTES, FileError), source.name, first_row)
    except (FileError, ForeignError):
        return []  # the scan for articles reports the problem
