"""A change of the open folder's scheme that was interrupted, by a crash say, and has to go on or be taken back."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.session.background.jobs import Jobs
from annotator.session.opening.folder import Folder
from annotator.storage.files.confinement import confined_to
from annotator.storage.saving.scheme_journal import Journal, unfinished_change


class InterruptedChange(QObject):
    """Look for such a change in the background when a folder is opened.

    ``changed``: ``journal`` is another one, None where nothing was interrupted.
    """

    changed = Signal()

    def __init__(self, folder: Folder, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._jobs = folder, jobs
        self.journal: Journal | None = None
        folder.listed.connect(self.look)

    def look(self) -> None:
        """Look now."""
        if path := self._folder.path:
            self._jobs.run(lambda: _interrupted(path), lambda done: self._take(path, done))

    def _take(self, path: Path, done: Future[Journal | None]) -> None:
        journal = done.result()
        if path == self._folder.path and journal != self.journal:
            self.journal = journal
            self.changed.emit()


def _interrupted(folder: Path) -> Journal | None:
    with confined_to([folder]):
        return unfinished_change(folder)
