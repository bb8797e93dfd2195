"""Second article beside the open one: read only, as its files say now."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from annotator.model.annotation import Annotation
from annotator.model.scheme import Scheme
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.opening.reading import Conditions, Reading, read_all
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.sync.file_watch import FileWatch
from annotator.storage.files.file_error import FileError
from annotator.storage.saving.own_sidecar import sidecar_of
from annotator.storage.schemes.scheme_lookup import scheme_path
from annotator.translation.messages import N_, _

READ_ONLY = N_("It stands beside the article that is edited and can only be read.")
Stamp = tuple[tuple[int, int, int] | None, ...]


class SecondArticle(QObject):
    """Article that is read and followed, and never written: not its text, not its sidecar.

    ``changed``: it is another article, or none, or its files have changed. ``problem`` is a sentence that says why it
    cannot be read now; empty if it can, and what was read before stays. ``about`` says which text it is
    where it is an earlier one, and is empty else. ``failed``: one could not be read at all.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, schemes: SchemeCache, jobs: Jobs, annotator: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._schemes, self._jobs, self._annotator = schemes, jobs, annotator
        self._watch = FileWatch(self)
        self._watch.stirred.connect(self._read)
        self._seen: Stamp | None = None
        self.path: Path | None = None
        self.article: OpenArticle | None = None
        self.problem = self.about = ""

    @property
    def scheme(self) -> Scheme:
        """Scheme of the article. Raises ValueError where there is none."""
        return self._shown.scheme

    def words(self, annotation: Annotation) -> str:
        """Return the text that the annotation marks. Raises ValueError where there is no article."""
        return self._shown.document.words(annotation)

    def open(self, path: Path) -> None:
        """Show this article from when it has been read on; a later call replaces this one."""
        self.path, self._seen, self.about = path, None, ""
        self._read()

    def show_earlier(self, article: OpenArticle, about: str) -> None:
        """Show an earlier text of an article, which is read already and does not change any more."""
        self._watch.follow(None)
        self.path, self.article, self.problem, self.about = article.path, article, "", about
        self.changed.emit()

    def stop(self) -> None:
        """Follow the files no longer, as the window closes."""
        self._watch.follow(None)

    def close(self) -> None:
        """Show none any more."""
        self._watch.follow(None)
        self.path = self.article = None
        self.problem = self.about = ""
        self.changed.emit()

    @property
    def _shown(self) -> OpenArticle:
        if self.article is None:
            raise ValueError("there is no second article")
        return self.article

    def _read(self) -> None:
        """Read the files where they are not as they were seen last."""
        path, annotator, schemes, seen = self.path, self._annotator(), self._schemes, self._seen
        if path:
            self._jobs.run(lambda: _read_anew(path, annotator, schemes, seen), lambda done: self._take(path, done))

    def _take(self, path: Path, done: Future[tuple[Stamp, Reading | FileError | None]]) -> None:
        stamp, found = done.result()
        if path != self.path or found is None:
            return
        self._seen, again = stamp, self.article is None or self.article.path != path
        if isinstance(found, FileError):
            self._fail(path, found.problem.sentence)
            return
        self.article, self.problem = _article(path, found), ""
        self._watch.follow(self.article)
        self.changed.emit()
        if again:
            self._read()  # what has changed before it was watched

    def _fail(self, path: Path, sentence: str) -> None:
        if self.article and self.article.path == path:
            self.problem = sentence
            self.changed.emit()
        else:
            self.path = self.article.path if self.article else None
            self.changed.emit()
            self.failed.emit(sentence)


def _read_anew(
    path: Path, annotator: str, schemes: SchemeCache, seen: Stamp | None
) -> tuple[Stamp, Reading | FileError | None]:
    """Return the stamp of the files, and what they hold or why they cannot be read; None if the stamp is ``seen``."""
    files = path, sidecar_of(path, annotator), scheme_path(path.parent)
    stamp = tuple(map(_stamp_of, files))
    if stamp == seen:
        return stamp, None
    try:
        return stamp, read_all(path, annotator, schemes, Conditions(spared=None))
    except FileError as error:
        return stamp, error


def _stamp_of(file: Path) -> tuple[int, int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _article(path: Path, reading: Reading) -> OpenArticle:
    return OpenArticle(
        path,
        reading.sidecar,
        reading.document,
        reading.index,
        QUndoStack(),
        reading.scheme,
        read_only=reading.read_only or _(READ_ONLY),
        problems=reading.problems,
        encoding=reading.read.encoding,
        relations=reading.relations,
    )
