"""Saving: at once after every change, off the GUI thread, one save at a time for each article."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.document import Document
from annotator.session.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.storage.atomic import write_atomically
from annotator.storage.file_bytes import bytes_of, is_there
from annotator.storage.file_error import SaveError
from annotator.storage.free_name import free_name
from annotator.storage.sidecars import MAX_SIDECAR_BYTES, SidecarWriter

RETRY_MS = 5000
AFTER_PAINTING_MS = 25
"""A save begins when what was changed is on the screen: its thread would keep this one waiting for the interpreter."""
Key = tuple[Path, Path]
"""Of an article, see OpenArticle."""


class ChangedByOthersError(SaveError):
    """The sidecar is not as it was last read or written: another program has changed it."""


@dataclass(slots=True)
class Work:
    """An article with changes that are not on disk yet; ``failure`` says why the last try came to nothing."""

    article: OpenArticle
    writer: SidecarWriter
    running: Document | None = None
    failure: SaveError | None = None


class Autosave(QObject):
    """Writes an article's document after each of its changes; changes made meanwhile go together into the next save.

    ``state_changed``: something is being saved, was saved, or could not be.
    """

    state_changed = Signal()

    def __init__(
        self, session: Session, jobs: Jobs, parent: QObject | None = None, *, retry_ms: int = RETRY_MS
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._work: dict[Key, Work] = {}
        self._writers: dict[Key, SidecarWriter] = {}
        self._due: set[Key] = set()
        self._soon = QTimer(self, interval=AFTER_PAINTING_MS, singleShot=True)
        self._soon.timeout.connect(self._start_due)
        self._retry = QTimer(self, interval=retry_ms, singleShot=True)
        self._retry.timeout.connect(self.try_again)
        session.changed.connect(self._save_current)

    def unsaved(self, path: Path, sidecar: Path) -> OpenArticle | None:
        """The article as it stands in memory, if not all of it is on disk."""
        work = self._work.get((path, sidecar))
        return work.article if work else None

    @property
    def saving(self) -> bool:
        return bool(self._due) or any(work.running for work in self._work.values())

    @property
    def failures(self) -> list[SaveError]:
        """Why articles are not saved, one reason for each."""
        return [work.failure for work in self._work.values() if work.failure]

    def article_of(self, failure: SaveError) -> OpenArticle:
        """The article that could not be saved because of this."""
        return next(work.article for work in self._work.values() if work.failure is failure)

    def try_again(self) -> None:
        """Save what could not be saved before."""
        for work in self._work.values():
            if work.failure and not work.running:
                self._start(work)

    def overwrite(self, article: OpenArticle) -> None:
        """Save an article over what another program wrote, which is kept beside it as ``.theirs``."""
        work = self._work[article.key]
        if work.running:
            return
        try:
            article.saved = _put_aside(article.sidecar)
        except SaveError as error:
            work.failure = error
            self.state_changed.emit()
            return
        self._start(work)

    def give_up(self, article: OpenArticle) -> None:
        """Forget what was not saved of an article."""
        self._due.discard(article.key)
        self._work.pop(article.key, None)
        self._writers.pop(article.key, None)
        self.state_changed.emit()

    def finish(self) -> None:
        """Wait until everything that can be saved is."""
        self._start_due()
        self._jobs.finish()

    def _save_current(self) -> None:
        article = self._session.current
        assert article is not None
        work = self._work.get(article.key)
        if work is None:
            writer = self._writers.setdefault(article.key, SidecarWriter())
            work = self._work[article.key] = Work(article, writer)
        if not work.running and article.key not in self._due:
            self._due.add(article.key)
            self._soon.start()
            self.state_changed.emit()

    def _start_due(self) -> None:
        for key in list(self._due):
            self._start(self._work[key])

    def _start(self, work: Work) -> None:
        self._due.discard(work.article.key)
        document, sidecar, expected = work.article.document, work.article.sidecar, work.article.saved
        work.running = document
        self._jobs.run(lambda: _write(sidecar, work.writer, document, expected), lambda done: self._ended(work, done))
        self.state_changed.emit()

    def _ended(self, work: Work, done: Future[bytes]) -> None:
        document, work.running = work.running, None
        work.failure = _failure(work.article.sidecar, done.exception())
        if work.failure is None:
            work.article.saved = done.result()
        else:
            self._retry.start()
        if work.failure is None and work.article.document is not document:
            self._start(work)
            return
        if work.failure is None:
            self._work.pop(work.article.key, None)
        self.state_changed.emit()


def _failure(sidecar: Path, error: BaseException | None) -> SaveError | None:
    """Why nothing was saved; a fault of the program is a reason too, and never counts as saved."""
    if error is None or isinstance(error, SaveError):
        return error
    return SaveError.at(sidecar, f"It could not be saved, by a fault of the program ({error!r}). Please report it.")


def _write(sidecar: Path, writer: SidecarWriter, document: Document, expected: bytes | None) -> bytes:
    data = writer.data(document)
    there = _bytes_of(sidecar)
    if there == data:
        return data
    if there != expected:
        what = "changed" if there is not None else "deleted or moved"
        raise ChangedByOthersError.at(sidecar, f"Another program has {what} it since it was read here.")
    write_atomically(sidecar, data)
    return data


def _put_aside(sidecar: Path) -> bytes | None:
    """Keep what is there under another name; None where nothing is."""
    there = _bytes_of(sidecar)
    if there is not None:
        write_atomically(free_name(sidecar, ".theirs"), there)
    return there


def _bytes_of(path: Path) -> bytes | None:
    return bytes_of(path, MAX_SIDECAR_BYTES, SaveError) if is_there(path) else None
