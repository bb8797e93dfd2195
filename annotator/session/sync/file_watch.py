"""File system watcher for the files of the open article."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from annotator.session.open_article import OpenArticle
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.hidden_folder import locks_place
from annotator.storage.schemes.scheme_lookup import scheme_path

TOGETHER_MS = 60
"""Debounce time in ms: a file that is being replaced is missing for a moment."""


class FileWatch(QObject):
    """Watcher of an article's files and of its scheme. ``stirred``: one of the watched files or folders has changed.

    Folders are watched for files created and removed, files for new content. The system stops watching a file that
    has been replaced, so missing paths are added to the watcher again after each event.
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
        """Watch the files of this article only; none if it is None."""
        self._soon.stop()
        self._wanted = set() if article is None else {str(path) for path in _places(article) if is_for_qt(path)}
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
    """Return the paths to watch; symbolic links are resolved too, since writes go to their targets."""
    files = {article.path, article.sidecar, article.path.resolve(), article.sidecar.resolve()}
    files.add(scheme_path(article.path.parent))
    return files | {path.parent for path in files} | {locks_place(article.sidecar).path}


def is_for_qt(path: Path) -> bool:
    """Return True if Qt can represent the path: its bytes must be valid Unicode."""
    return str(path).encode("utf-8", "replace").decode() == str(path)
