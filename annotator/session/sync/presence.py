"""Presence of others who have the same sidecar open, in another window or on another machine."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.storage.saving.open_locks import Holder, holders, refresh, release, take

SIGN_OF_LIFE_MS = 60_000


class Presence(QObject):
    """Open lock of the current article, and the other holders of one. ``changed``: ``others`` has changed."""

    changed = Signal()

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__(session)
        self._session, self._jobs = session, jobs
        self._sidecar: Path | None = None
        self._holder: Holder | None = None
        self._closed = False
        self.others: list[Holder] = []
        self._sign = QTimer(self, interval=SIGN_OF_LIFE_MS)
        self._sign.timeout.connect(self._give_sign)

    def follow(self, article: OpenArticle | None, annotator: str) -> None:
        """Lock this article's sidecar and release the previous lock; a read-only article is not locked."""
        sidecar = article.sidecar if article and not article.read_only else None
        if sidecar == self._sidecar or self._closed:
            return
        before = self._left()
        self._sidecar = sidecar
        if sidecar:
            now = self._session.now()
            holder = self._holder = Holder.here(annotator, now)
            self._jobs.run(lambda: take(sidecar, holder, now, anyway=True), lambda _done: self.look())
            self._sign.start()
        self._release(before)

    def look(self) -> None:
        """Read who else has the sidecar open now."""
        sidecar, now = self._sidecar, self._session.now()
        if sidecar:
            self._jobs.run(lambda: holders(sidecar, now), lambda done: self._seen(sidecar, done))

    def leave(self) -> None:
        """Release the lock, which removes its file."""
        self._release(self._left())

    def close(self) -> None:
        """Release the lock for good: what is still being read as the window closes is not locked any more."""
        self.leave()
        self._closed = True

    def _left(self) -> tuple[Path, Holder] | None:
        """Forget the lock and return it, to be released when the next one is there.

        The hidden folder, empty in between, would go, and the opened one would have another time stamp.
        """
        sidecar, holder, self._sidecar = self._sidecar, self._holder, None
        self._sign.stop()
        self._tell([])
        return (sidecar, holder) if sidecar and holder else None

    def _release(self, lock: tuple[Path, Holder] | None) -> None:
        if lock:
            self._jobs.run(lambda: release(*lock), lambda done: done.result())

    def _give_sign(self) -> None:
        sidecar, holder, now = self._sidecar, self._holder, self._session.now()
        if sidecar and holder:
            self._jobs.run(lambda: refresh(sidecar, holder, now), lambda _done: self.look())

    def _seen(self, sidecar: Path, done: Future[list[Holder]]) -> None:
        if sidecar == self._sidecar:
            self._tell([holder for holder in done.result() if self._holder and holder.token != self._holder.token])

    def _tell(self, others: list[Holder]) -> None:
        if others != self.others:
            self.others = others
            self.changed.emit()
