"""Watches the files of the open article, so that what others do to them is noticed when it happens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from annotator.session.open_article import OpenArticle
from annotator.storage.files.file_bytes import is_there
from annotator.storage.saving.hidden_folder import locks_place

TOGETHER_MS = 60
"""What happens within this time is told once: a file that is replaced is gone for a moment."""


class FileWatch(QObject):
    """``stirred``: something happened to one of the files, or in one of the folders, that are watched.

    Folders are watched for files that come and go, files for what is written into them. A file that has been replaced
    is no longer watched by the system, so after each stir all are watched anew.
    """

    stirred = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._wanted: set[str] = set()
        self._soon = QTimer(self, interval=TOGETHER_MS, singleShot=True)
        self._soon.timeout.connect(self._tell)
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)

    def follow(self, article: OpenArticle | None) -> None:
        """Watch this article's files from now on, and no others."""
        self._soon.stop()
        self._wanted = set() if article is None else {str(path) for path in _places(article) if _is_for_qt(path)}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - self._wanted:
            self._watcher.removePaths(list(gone))
        self._watch()

    def _stir(self, _path: str) -> None:
        self._soon.start()

    def _tell(self) -> None:
        self._watch()
        self.stirred.emit()

    def _watch(self) -> None:
        watched = {*self._watcher.files(), *self._watcher.directories()}
        missing = [path for path in self._wanted - watched if is_there(Path(path))]
        if missing:
            self._watcher.addPaths(missing)


def _places(article: OpenArticle) -> set[Path]:
    """A link is followed: it is the file at its end that is written to."""
    files = {article.path, article.sidecar, article.path.resolve(), article.sidecar.resolve()}
    return files | {path.parent for path in files} | {locks_place(article.sidecar).path}


def _is_for_qt(path: Path) -> bool:
    """Qt cannot name a file whose name is not Unicode."""
    return str(path).encode("utf-8", "replace").decode() == str(path)
