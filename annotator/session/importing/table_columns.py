"""Which columns a table of texts has, read in the background."""

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


class TableColumns(QObject):
    """``read``: the names of the columns of a table, as a list; an empty one for what is none."""

    read = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pass = 0

    def ask(self, source: Path) -> None:
        """Which columns does that file have?"""
        self.stop()
        self._jobs.run(partial(_columns, source), partial(self._tell, self._pass))

    def stop(self) -> None:
        self._pass += 1

    def _tell(self, this: int, done: Future[list[str]]) -> None:
        if this == self._pass:
            self.read.emit(done.result())


def is_table(source: Path) -> bool:
    """Whether files with such a name are tables."""
    return source.suffix.lower() in EXTRACTOR.suffixes


def _columns(source: Path) -> list[str]:
    try:
        return columns(bytes_of(source, MAX_BYTES, FileError), source.name)
    except (FileError, ForeignError):
        return []  # what is wrong with it is told where its articles are
