"""Differences of the annotators over the open folder, worked out in the background when somebody asks for them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.session.background.jobs import Jobs
from annotator.session.opening.folder import Folder
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import Problem

if TYPE_CHECKING:
    from annotator.corpus.annotators.folder_documents import ArticleDocuments
    from annotator.review.disagreements import Disagreements

SLICE = 0.2
"""Seconds of one job; other jobs of the thread run between two of them."""


class FolderDifferences(QObject):
    """Shares of the places that differ, from 0 to 1, by article and by label. ``changed``: they have been worked out.

    ``labels`` has the share of each label, ``articles`` that of each article by two or more, by its name in the folder.
    """

    changed = Signal()

    def __init__(self, folder: Folder, jobs: Jobs) -> None:
        super().__init__(folder)
        self._folder, self._jobs = folder, jobs
        self._pass = 0
        self.labels: Mapping[str, float] = {}
        self.articles: Mapping[str, float] = {}
        folder.listed.connect(self._forget)

    def ask(self) -> None:
        """Work the differences out anew; what was known stays until then."""
        from annotator.corpus.annotators.folder_documents import documents_below  # here: not before it is wanted
        from annotator.review.disagreements import Disagreements

        if self._folder.path:
            self._pass += 1
            found = documents_below([self._folder.path])
            self._go_on(self._pass, self._folder.path, found, Disagreements())

    def _go_on(self, this: int, top: Path, found: Iterator[ArticleDocuments | Problem], until: Disagreements) -> None:
        def take(done: Future[bool]) -> None:
            if this != self._pass:
                return
            if done.result():
                self._take(until)
            else:
                self._go_on(this, top, found, until)

        self._jobs.run(partial(_some_of, top, found, until), take)

    def _take(self, found: Disagreements) -> None:
        self.labels = {one.label: one.share for one in found.labels}
        self.articles = {path.replace("/", os.sep): share for path, share in found.shares.items()}
        self.changed.emit()

    def _forget(self) -> None:
        self._pass += 1
        self.labels, self.articles = {}, {}


def _some_of(top: Path, found: Iterator[ArticleDocuments | Problem], until: Disagreements) -> bool:
    """Add the next articles, as many as there is time for; return whether these were the last."""
    end = monotonic() + SLICE
    with confined_to([top]):
        for one in found:
            if not isinstance(one, Problem):
                until.add(one.path, one.scheme, one.documents)
            if monotonic() > end:
                return False
    return True
