"""Search for files to import in an opened folder that has no article."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.session.background.jobs import Jobs
from annotator.session.importing.importable import FolderFiles, files_of
from annotator.session.opening.folder import Folder


class EmptyFolder(QObject):
    """Search in the background, whenever the folder is listed without an article. ``found``: FolderFiles."""

    found = Signal(object)

    def __init__(self, folder: Folder, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._jobs = folder, jobs
        folder.listed.connect(self._look)
        folder.relisted.connect(self._look)

    def _look(self) -> None:
        path = self._folder.path
        if path and not self._folder.entries:
            self._jobs.run(lambda: files_of(path), lambda done: self._take(path, done))

    def _take(self, path: Path, done: Future[FolderFiles]) -> None:
        if path == self._folder.path and not self._folder.entries:
            self.found.emit(done.result())
