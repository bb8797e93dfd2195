"""Detection of changes that other programs make to the open article's files."""

from __future__ import annotations

import math
import time
from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.opening.folder import Folder
from annotator.session.session import Session
from annotator.session.sync.file_watch import FileWatch
from annotator.session.sync.presence import Presence
from annotator.session.sync.reconciler import Reconciler
from annotator.storage.articles.article_reading import read_article
from annotator.storage.files.file_error import ArticleError
from annotator.storage.saving.conflict_copies import conflict_copies
from annotator.translation.messages import _

Stamp = tuple[int, int, int]
SETTLED_MS = 150
"""Delay in ms before an opened article is watched, so that articles the user only pages past are not."""
AGAIN_MS = 2000
"""Time in ms between two looks while the article is not there: the system does not report a folder that is back."""
LISTING_MS = 700
"""Debounce time in ms for listing the folder: each save changes it too."""
REST = 200
"""Times as long as a listing took is the pause until the next: listing a folder of 100,000 articles takes 0.2 s."""


class OpenFilesWatch(QObject):
    """Check of the open article's files and scheme after each file system event and when the program becomes active.

    ``article_changed``: ``why`` has changed, a sentence on how the article's file differs from the text shown, empty
    if it does not. ``copies_changed``: a conflict copy of the sidecar has been created or removed.
    ``looked``: the files are being checked, and those that others know of are to be, too.
    """

    article_changed = Signal()
    copies_changed = Signal()
    looked = Signal()

    def __init__(
        self, session: Session, folder: Folder, reconciler: Reconciler, presence: Presence, jobs: Jobs, scans: Jobs
    ) -> None:
        """Create the check; ``jobs`` read single files and ``scans`` list folders, which articles do not wait for."""
        super().__init__(session)
        self._session, self._folder = session, folder
        self._reconciler, self._presence, self._jobs, self._scans = reconciler, presence, jobs, scans
        self._watch = FileWatch(self)
        self._seen: Stamp | None = None
        self.why = ""
        self._listing = QTimer(self, interval=LISTING_MS, singleShot=True)
        self._listing.timeout.connect(self._look_at_folder)
        self._rested: float = 0
        self._watch.stirred.connect(self.look)
        self._settled = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(self._follow)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.look)
        session.opened.connect(self._opened)
        self._application = QGuiApplication.instance()
        if isinstance(self._application, QGuiApplication):
            self._application.applicationStateChanged.connect(self._look_when_active)

    def look(self) -> None:
        """Check the files now, and schedule the checks that need a listing of the folder."""
        article = self._session.current
        if article:
            self._reconciler.look(article)
            self._presence.look()
            self._look_at_text(article)
            self._folder.look_at_scheme()
        self.looked.emit()
        if not self._listing.isActive():
            self._listing.start(max(LISTING_MS, math.ceil(1000 * (self._rested - time.monotonic()))))

    def close(self) -> None:
        """Stop watching and release the open lock."""
        if isinstance(self._application, QGuiApplication):
            self._application.applicationStateChanged.disconnect(self._look_when_active)
            self._application = None
        self._settled.stop()
        self._again.stop()
        self._watch.follow(None)
        self._listing.stop()
        self._presence.close()

    def _opened(self) -> None:
        self._seen = None
        self._tell("")
        self._settled.start()

    def _follow(self) -> None:
        article = self._session.current
        self._watch.follow(article)
        self._presence.follow(article, article.document.annotator if article else "")
        self.look()  # changes made before watching began
        if article:
            self._look_for_copies(article)

    def _look_when_active(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._rested = 0  # the user may have changed the folder in another window
            self._listing.stop()
            self.look()
            self._folder.refresh()
            self._folder.look_at_sidecars()

    def _look_at_text(self, article: OpenArticle) -> None:
        path, encoding, sha256 = article.path, article.encoding, article.document.article.sha256
        seen = self._seen
        self._jobs.run(lambda: _text_now(path, encoding, sha256, seen), lambda done: self._take(article, done))

    def _take(self, article: OpenArticle, done: Future[tuple[Stamp | None, str | None]]) -> None:
        stamp, why = done.result()
        if article is self._session.current and why is not None:
            self._seen = stamp
            self._tell(why)

    def _look_at_folder(self) -> None:
        """List the open article's folder again; all of them where it is not there any more."""
        current = self._session.current
        self._folder.refresh(current.path if current and not self.why else None)
        if current:
            self._look_for_copies(current)

    def _look_for_copies(self, article: OpenArticle) -> None:
        sidecar = article.sidecar
        self._scans.run(lambda: _copies(sidecar), lambda done: self._take_copies(article, done))

    def _take_copies(self, article: OpenArticle, done: Future[tuple[tuple[Path, ...], float]]) -> None:
        copies, seconds = done.result()
        self._rested = time.monotonic() + REST * seconds
        if article.copies != copies:
            article.copies = copies
            self.copies_changed.emit()

    def _tell(self, why: str) -> None:
        if why != self.why:
            self.why = why
            self._watch_anew(wrong=bool(why))
            self.article_changed.emit()

    def _watch_anew(self, *, wrong: bool) -> None:
        """Look again and again while something is wrong; then watch the files that are there now."""
        if wrong:
            self._again.start()
        elif self._again.isActive():
            self._again.stop()
            self._watch.follow(None)
            self._settled.start()


def _copies(sidecar: Path) -> tuple[tuple[Path, ...], float]:
    """Return the conflict copies of the sidecar, and the processor time in seconds that finding them took."""
    begin = time.thread_time()
    return tuple(conflict_copies(sidecar)), time.thread_time() - begin


def _text_now(path: Path, encoding: str, sha256: str, seen: Stamp | None) -> tuple[Stamp | None, str | None]:
    """Return the file's stamp and how its text differs: empty if it does not, None if the stamp is still ``seen``."""
    try:
        status = path.stat()
        stamp = status.st_mtime_ns, status.st_size, status.st_ino
        if stamp == seen:
            return stamp, None
        same = read_article(path, encoding, follow=True).article.sha256 == sha256
        return stamp, "" if same else _("Its text has changed since it was opened here.")
    except FileNotFoundError:
        return None, _("It has been deleted, moved or renamed; your work on it is kept.")
    except OSError as failure:
        return None, _("It cannot be read any more: {reason}.").format(reason=failure.strerror)
    except ArticleError as error:
        return None, error.problem.sentence
