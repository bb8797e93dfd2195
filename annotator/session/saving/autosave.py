"""Saving: at once after every change, off the GUI thread, one save at a time for each article."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.document import Document
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import Key, OpenArticle
from annotator.session.session import Session
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.saver import OvertakenError, Saver, UndecidedError

RETRY_MS = 5000
AFTER_PAINTING_MS = 25
"""A save begins when what was changed is on the screen: its thread would keep this one waiting for the interpreter."""


@dataclass(slots=True)
class Work:
    """An article with changes that are not on disk yet.

    ``failure`` says why the last try came to nothing; while it ``waits``, what somebody else wrote is looked at.
    """

    article: OpenArticle
    saver: Saver
    running: Document | None = None
    waits: bool = False
    failure: SaveError | None = None


class Autosave(QObject):
    """Writes an article's document after each of its changes; changes made meanwhile go together into the next save.

    ``state_changed``: something is being saved, was saved, or could not be. ``overtaken``: somebody else has written
    the article's sidecar, so nothing was; it waits for ``resume``, ``settle`` or ``hold``.
    """

    state_changed = Signal()
    overtaken = Signal(object)

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

    def unsaved(self, path: Path, sidecar: Path) -> OpenArticle | None:
        """The article as it stands in memory, if not all of it is on disk."""
        work = self._work.get((path, sidecar))
        return work.article if work else None

    @property
    def saving(self) -> bool:
        return bool(self._due) or any(work.running or work.waits for work in self._work.values())

    @property
    def failures(self) -> list[SaveError]:
        """Why articles are not saved, one reason for each."""
        return [work.failure for work in self._work.values() if work.failure]

    def article_of(self, failure: SaveError) -> OpenArticle:
        """The article that could not be saved because of this."""
        return next(work.article for work in self._work.values() if work.failure is failure)

    def save(self, article: OpenArticle) -> None:
        """Write the article's document soon."""
        work = self._work_of(article)
        held = work.running or work.waits or isinstance(work.failure, UndecidedError)
        if not held and article.key not in self._due:
            self._due.add(article.key)
            self._soon.start()
            self.state_changed.emit()

    def try_again(self) -> None:
        """Save what could not be saved before, unless that waits for the user."""
        for work in list(self._work.values()):
            if work.failure and not work.running and not isinstance(work.failure, UndecidedError):
                self._start(work)

    def is_writing(self, article: OpenArticle) -> bool:
        """Whether a save is under way that will see for itself what the sidecar holds."""
        work = self._work.get(article.key)
        return article.key in self._due or (work is not None and work.running is not None)

    def resume(self, article: OpenArticle) -> None:
        """Go on with a save that had to wait, or that failed."""
        work = self._work.get(article.key)
        if work and (work.waits or work.failure) and not work.running:
            self._start(work)

    def settle(self, article: OpenArticle) -> None:
        """Take note that the sidecar says what the article does; there is nothing to write."""
        work = self._work.get(article.key)
        if work and not work.running:
            self._due.discard(article.key)
            self._work.pop(article.key)
        self.state_changed.emit()

    def hold(self, article: OpenArticle, failure: SaveError) -> None:
        """Write nothing until it is decided what becomes of what somebody else wrote."""
        work = self._work_of(article)
        work.waits, work.failure = False, failure
        self._due.discard(article.key)
        if not isinstance(failure, UndecidedError):
            self._retry.start()
        self.state_changed.emit()

    def give_up(self, article: OpenArticle) -> None:
        """Forget what was not saved of an article."""
        self._due.discard(article.key)
        self._work.pop(article.key, None)
        self._savers.pop(article.key, None)
        self.state_changed.emit()

    def finish(self) -> None:
        """Wait until everything that can be saved is."""
        self._start_due()
        self._jobs.finish()

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
        self.state_changed.emit()


def report_of(sidecar: Path, error: BaseException | None) -> SaveError:
    """Why nothing was saved; a fault of the program is a reason too, and never counts as saved."""
    if isinstance(error, SaveError):
        return error
    return SaveError.at(sidecar, f"It could not be saved, by a fault of the program ({error!r}). Please report it.")
