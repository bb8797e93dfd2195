"""File system watchers: of any paths, and of the files of the open article."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from annotator.session.open_article import OpenArticle
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.hidden_folder import locks_place
from annotator.storage.schemes.scheme_lookup import scheme_path

_Place = tuple[bool, tuple[int, int] | None]
"""Whether a path is there; device and number of the folder it lies in, None if that cannot be reached."""
TOGETHER_MS = 60
"""Debounce time in ms: a file that is being replaced is missing for a moment."""


class PathWatch(QObject):
    """Watcher of files and folders. ``stirred``: one of them has changed, or is another one than before.

    Folders are watched for files created and removed, files for new content. The system stops watching a file that
    has been replaced, so missing paths are added to the watcher again after each event. It reports neither a folder
    that is moved nor one above it, so those above are watched too, and only a look at the files tells what it means.
    """

    stirred = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._wanted: set[str] = set()
        self._above: set[str] = set()
        self._known: dict[str, _Place] = {}
        self._soon = QTimer(self, interval=TOGETHER_MS, singleShot=True)
        self._soon.timeout.connect(self._tell)
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these paths only; those that are not there as soon as they are."""
        wanted = {path for path in paths if is_for_qt(path)}
        self._soon.stop()
        self._wanted = {str(path) for path in wanted}
        self._above = {str(folder) for path in wanted for folder in path.parents} - self._wanted
        if gone := self._watched() - self._wanted - self._above:
            self._watcher.removePaths(list(gone))
        self._known = self._places_now()
        self._watch()

    def _stir(self, path: str) -> None:
        if path not in self._above:
            self._soon.start()
        elif self._places_now() != self._known:
            self._watcher.removePaths(list(self._watched()))  # what has been moved is watched at its new place
            self._soon.start()

    def _tell(self) -> None:
        self._known = self._places_now()
        self._watch()
        self.stirred.emit()

    def _watch(self) -> None:
        missing = [path for path in (self._wanted | self._above) - self._watched() if is_there(Path(path))]
        if missing:
            self._watcher.addPaths(missing)

    def _watched(self) -> set[str]:
        return {*self._watcher.files(), *self._watcher.directories()}

    def _places_now(self) -> dict[str, _Place]:
        return {path: (is_there(Path(path)), _identity(Path(path).parent)) for path in self._wanted}


class FileWatch(PathWatch):
    """Watcher of an article's files and of its scheme."""

    def follow(self, article: OpenArticle | None) -> None:
        """Watch the files of this article only; none if it is None."""
        self.watch(() if article is None else _places(article))


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _places(article: OpenArticle) -> set[Path]:
    """Return the paths to watch; symbolic links are resolved too, since writes go to their targets."""
    files = {article.path, article.sidecar, article.path.resolve(), article.sidecar.resolve()}
    files.add(scheme_path(article.path.parent))
    return files | {path.parent for path in files} | {locks_place(article.sidecar).path}


def is_for_qt(path: Path) -> bool:
    """Return True if Qt can represent the path: its bytes must be valid Unicode."""
    return str(path).encode("utf-8", "replace").decode() == str(path)
