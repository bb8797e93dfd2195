"""Documents of the open folder, read in the background in slices between which other jobs of the thread run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from annotator.session.background.jobs import Jobs
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import Problem

if TYPE_CHECKING:
    from annotator.corpus.annotators.folder_documents import ArticleDocuments

    Add: TypeAlias = Callable[[ArticleDocuments], None]
SLICE = 0.2
"""Seconds of one job."""


class FolderSlices:
    """Reads the documents of a folder article by article; a later reading replaces one that is under way."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs, self._pass = jobs, 0

    def stop(self) -> None:
        """Read no further."""
        self._pass += 1

    def read(self, top: Path, add: Add, end: Callable[[], None]) -> None:
        """Call ``add`` in the background with the documents of each article below ``top``, and then ``end`` here."""
        from annotator.corpus.annotators.folder_documents import documents_below  # here: not before it is wanted

        self._pass += 1
        self._go_on(self._pass, top, documents_below([top]), add, end)

    def _go_on(
        self, this: int, top: Path, found: Iterator[ArticleDocuments | Problem], add: Add, end: Callable[[], None]
    ) -> None:
        def take(done: Future[bool]) -> None:
            if this != self._pass:
                return
            if done.result():
                end()
            else:
                self._go_on(this, top, found, add, end)

        self._jobs.run(partial(_some_of, top, found, add), take)


def _some_of(top: Path, found: Iterator[ArticleDocuments | Problem], add: Add) -> bool:
    """Add the next articles, as many as there is time for; return whether these were the last."""
    end = monotonic() + SLICE
    with confined_to([top]):
        for one in found:
            if not isinstance(one, Problem):
                add(one)
            if monotonic() > end:
                return False
    return True
