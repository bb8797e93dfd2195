"""Save after every change, off the GUI thread, one save at a time for each article."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.document import Document
from annotator.session.background.jobs import AFTER_PAINTING_MS, Jobs
from annotator.session.open_article import Key, OpenArticle
from annotator.session.session import Session
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.saver import OvertakenError, Saver, UndecidedError
from annotator.translation.messages import _

RETRY_MS = 5000


@dataclass(slots=True)
class Work:
    """Article with unsaved changes.

    ``running`` is the document being written. ``waits`` is True while changes by others to the sidecar are merged.
    ``failure`` is the error of the last attempt.
    """

    article: OpenArticle
    saver: Saver
    running: Document | None = None
    waits: bool = False
    failure: SaveError | None = None


class Autosave(QObject):
    """Writer of documents after each change; changes made during a save are coalesced into the next one.

    ``state_changed``: a save was scheduled, has begun, ended or failed. ``overtaken``: the article was not saved since
    somebody else has written its sidecar; its save waits for ``resume``, ``settle`` or ``hold``. ``undecided``: the
    sidecar of an article that waits for the user's decision is to be read again, as the reason may be gone.
    """

    state_changed = Signal()
    overtaken = Signal(object)
    undecided = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, parent: QObject | None = None, *, retry_ms: int = RETRY_MS
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._work: dict[Key, Work] = {}
        self._savers: dict[Key, Saver] = {}
        self._due: set[Key] = set()
        self.unkept: SaveError | None = None
        self._soon = QTimer(self, interval=AFTER_PAINTING_MS, singleShot=True)
        self._soon.timeout.connect(self._start_due)
        self._retry = QTimer(self, interval=retry_ms, singleShot=True)
        self._retry.timeout.connect(self.try_again)
        session.changed.connect(self._save_current)
        session.opened.connect(self._let_go)

    def unsaved(self, path: Path, sidecar: Path) -> OpenArticle | None:
        """Return the article as it is in memory if it has unsaved changes, else None."""
        work = self._work.get((path, sidecar))
        return work.article if work else None

    @property
    def saving(self) -> bool:
        return bool(self._due) or any(work.running or work.waits for work in self._work.values())

    @property
    def failures(self) -> list[SaveError]:
        """Errors of the articles that could not be saved, one for each."""
        return [work.failure for work in self._work.values() if work.failure]

    def article_of(self, failure: SaveError) -> OpenArticle:
        """Return the article to which the failure belongs."""
        return next(work.article for work in self._work.values() if work.failure is failure)

    def save(self, article: OpenArticle) -> None:
        """Schedule a save of the article's document, unless one is running or has to wait."""
        work = self._work_of(article)
        held = work.running or work.waits or isinstance(work.failure, UndecidedError)
        if not held and article.key not in self._due:
            self._due.add(article.key)
            self._soon.start()
            self.state_changed.emit()

    def try_again(self) -> None:
        """Retry all failed saves; for those that wait for a decision by the user, see whether they still have to."""
        for work in list(self._work.values()):
            if not work.failure or work.running:
                continue
            if isinstance(work.failure, UndecidedError):
                self.undecided.emit(work.article)
            else:
                self._start(work)

    def is_writing(self, article: OpenArticle) -> bool:
        """Return True if a save is due or running, which checks the sidecar for changes by others itself."""
        work = self._work.get(article.key)
        return article.key in self._due or (work is not None and work.running is not None)

    def resume(self, article: OpenArticle) -> None:
        """Start the article's save again if it was waiting or has failed."""
        work = self._work.get(article.key)
        if work and (work.waits or work.failure) and not work.running:
            self._start(work)

    def settle(self, article: OpenArticle) -> None:
        """Drop the article's save, since the sidecar already holds the same document."""
        work = self._work.get(article.key)
        if work and not work.running:
            self._due.discard(article.key)
            self._work.pop(article.key)
        self.state_changed.emit()

    def hold(self, article: OpenArticle, failure: SaveError) -> None:
        """Suspend saving with ``failure``, until a retry or, for an UndecidedError, a decision by the user."""
        work = self._work_of(article)
        work.waits, work.failure = False, failure
        self._due.discard(article.key)
        self._retry.start()
        self.state_changed.emit()

    def give_up(self, article: OpenArticle) -> None:
        """Discard the article's unsaved changes."""
        self._due.discard(article.key)
        self._work.pop(article.key, None)
        self._savers.pop(article.key, None)
        self.state_changed.emit()

    def finish(self) -> None:
        """Start all due saves and block until they have ended."""
        self._start_due()
        self._jobs.finish()

    def stop(self) -> None:
        """Wait until everything that can be saved is, and try nothing again."""
        self.finish()
        self._retry.stop()

    def _work_of(self, article: OpenArticle) -> Work:
        if article.key not in self._work:
            saver = self._savers.setdefault(article.key, Saver(article.sidecar, follow=article.follow))
            self._work[article.key] = Work(article, saver)
        return self._work[article.key]

    def _save_current(self) -> None:
        article = self._session.current
        assert article is not None
        self.save(article)

    def _start_due(self) -> None:
        for key in list(self._due):
            self._start(self._work[key])

    def _start(self, work: Work) -> None:
        article, saver, at = work.article, work.saver, self._session.now()
        self._due.discard(article.key)
        work.waits = False
        document, expected = article.document, article.saved
        work.running = document
        self._jobs.run(lambda: saver.save(document, expected, at), lambda done: self._ended(work, done))
        self.state_changed.emit()

    def _ended(self, work: Work, done: Future[bytes]) -> None:
        document, work.running = work.running, None
        error = done.exception()
        if isinstance(error, OvertakenError):
            work.waits = True
            self.overtaken.emit(work.article)
            self.state_changed.emit()
        elif error is None and document is not None:
            self._saved(work, document, done.result())
        else:
            work.failure = report_of(work.article.sidecar, error)
            self._retry.start()
            self.state_changed.emit()

    def _saved(self, work: Work, document: Document, data: bytes) -> None:
        work.failure = None
        work.article.saved, work.article.base = data, document
        self.unkept = work.saver.unkept
        if work.article.document is not document:
            self._start(work)
            return
        self._work.pop(work.article.key, None)
        self._let_go()
        self.state_changed.emit()

    def _let_go(self) -> None:
        """Free the memory of articles that are saved and no longer open."""
        current = self._session.current
        for key, saver in self._savers.items():
            if key not in self._work and (current is None or key != current.key):
                saver.let_go()


def report_of(sidecar: Path, error: BaseException | None) -> SaveError:
    """Return the error as a SaveError; one of another type is a fault of the program and is worded as such."""
    if isinstance(error, SaveError):
        return error
    sentence = _("It was not saved because of a fault of the program ({error}). Please report it.")
    return SaveError.at(sidecar, sentence.format(error=repr(error)))
