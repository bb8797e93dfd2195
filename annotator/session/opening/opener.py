"""Open articles in the background."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Thread

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from annotator.session.background.free_memory import return_free_memory
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import Caret, OpenArticle
from annotator.session.opening.reading import Conditions, Reading, read_all
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.opening.seen_names import SeenNames
from annotator.session.opening.text_ahead import TextAhead
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.storage.files.file_error import FileError
from annotator.storage.files.free_name import free_name
from annotator.storage.saving.own_sidecar import sidecar_of
from annotator.storage.sidecars.sidecar_files import is_sidecar
from annotator.translation.messages import _

LARGE = 1_000_000
"""Code points of an article whose memory is returned to the system when it is left."""
SETTLED_MS = 1000
"""Delay in ms until then: the widgets and what is cached of the article have been freed."""


class Left(Struct, frozen=True):
    """Caret and undo history of an article that is no longer open; neither its text nor its annotations.

    The history is kept if the article's files have not changed since. ``saved`` is the hash of the sidecar's bytes:
    were two of them alike by chance, steps that do not fit would be dropped when they are undone.
    """

    sidecar: Path
    sha256: str
    saved: int
    undo: QUndoStack
    caret: Caret

    @staticmethod
    def of(article: OpenArticle, caret: Caret) -> Left:
        return Left(article.sidecar, article.document.article.sha256, hash(article.saved), article.undo, caret)

    def goes_on(self, reading: Reading) -> bool:
        same_file = self.sidecar == reading.sidecar and self.saved == hash(reading.saved)
        return same_file and self.sha256 == reading.document.article.sha256


class Opener(QObject):
    """Reader of articles and their sidecars that shows them in the session.

    ``started``: reading has begun, the previous article is still open. ``failed``: the reason why opening failed.
    ``adopted``: sidecars were renamed on the way, as the article had another name; ``spared`` are those that are not.
    """

    started = Signal()
    adopted = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        autosave: Autosave,
        schemes: SchemeCache,
        jobs: Jobs,
        *,
        allows_links: Callable[[Path], bool] = lambda _folder: False,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._autosave = autosave
        self._schemes = schemes
        self._jobs = jobs
        self._allows_links = allows_links
        self._left: dict[Path, Left] = {}
        self._unsaved: dict[Path, OpenArticle] = {}
        autosave.state_changed.connect(self._note_saved)
        self._settled = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(lambda: Thread(target=return_free_memory, daemon=True).start())
        self._carets: dict[Path, int] = {}
        self._pass = 0  # results of jobs from earlier passes are ignored
        self._names = SeenNames()
        self.ahead = TextAhead(session)
        self.annotator = ""
        self.spared: frozenset[Path] = frozenset()

    def place_caret(self, path: Path, position: int) -> None:
        """Set the caret for the first time that the article is opened, in code points."""
        self._carets[path] = position

    def open(self, path: Path, encoding: str = "") -> None:
        """Open the article after pending saves; a later call replaces this one. ``encoding`` overrides detection."""
        self._session.field.finish()
        self.started.emit()
        self._leave()
        self.ahead.end()
        self._pass += 1
        this, annotator = self._pass, self.annotator
        self._session.path = path
        if is_sidecar(path):
            self._session.show(None)
            return
        unsaved = self._autosave.unsaved(path, sidecar_of(path, annotator))
        if unsaved and not encoding:
            self._session.show(unsaved, self._caret_for(path))
        elif unsaved and self._autosave.failures:
            self._session.say(_("The article is not saved yet: its encoding can be changed once it is saved"))
        else:
            self._read(this, path, annotator, encoding)

    def _read(self, this: int, path: Path, annotator: str, encoding: str) -> None:
        self.ahead.expect(this, self._caret_for(path))
        how = Conditions(
            encoding=encoding,
            allowed=self._allows_links(path.parent),
            spared=self.spared,
            text_first=partial(self.ahead.give, this),
            names=self._names,
        )
        self._jobs.run(
            lambda: read_all(path, annotator, self._schemes, how),
            lambda done: self._show(this, path, done, chosen=bool(encoding)),
        )

    def start_afresh(self) -> None:
        """Rename the open article's unreadable sidecar to ``….broken`` and begin with an empty document."""
        article = self._session.current
        if article is None:
            return
        aside = free_name(article.sidecar, ".broken")
        try:
            article.sidecar.rename(aside)
        except OSError as error:
            failed = _("{file} cannot be renamed: {reason}.")
            self.failed.emit(failed.format(file=article.sidecar.name, reason=error.strerror))
            return
        self._session.say(_("The old file is kept as {file}").format(file=aside.name))
        self.reopen()

    def reopen(self) -> None:
        """Read the open article and its sidecar again; refused while its changes cannot be saved."""
        current = self._session.current
        self._session.field.finish()
        if current and self._autosave.unsaved(*current.key):
            self._autosave.finish()
            if self._autosave.unsaved(*current.key):
                self._session.say(_("The article can be read again once your changes to it are saved"))
                return
        if self._session.path:
            self.open(self._session.path)

    def _leave(self) -> None:
        article = self._session.current
        if article:
            self._left[article.path] = Left.of(article, self._session.caret)
            self._unsaved[article.path] = article
            self._note_saved()

    def _note_saved(self) -> None:
        """Note the sidecars of articles that were saved after they had been left, and let go of these articles."""
        for path, article in list(self._unsaved.items()):
            if not self._autosave.unsaved(*article.key):
                self._left[path] = Left.of(self._unsaved.pop(path), self._left[path].caret)

    def _show(self, this: int, path: Path, done: Future[Reading], *, chosen: bool) -> None:
        if this != self._pass:
            self._tell_adopted(done)
            return
        caret = self.ahead.end()
        try:
            reading = done.result()
        except FileError as error:
            self._session.show(None)
            self.failed.emit(error.problem.sentence)
            return
        article, before = self._opened(path, reading), self._session.current
        large = before is not None and len(before.document.article.text) > LARGE
        del before
        self._session.show(article, caret)
        if large:
            self._settled.start()
        self._tell_adopted(done)
        if chosen and self._session.writable and article.document != article.base:
            self._autosave.save(article)

    def _tell_adopted(self, done: Future[Reading]) -> None:
        if done.exception() is None and done.result().adopted:
            self.adopted.emit(done.result().adopted)

    def _opened(self, path: Path, reading: Reading) -> OpenArticle:
        article = OpenArticle(
            path,
            reading.sidecar,
            reading.remembering,
            reading.index,
            self._history_for(path, reading),
            reading.scheme,
            reading.saved,
            reading.read_only,
            reading.problems,
            reading.read.encoding,
            reading.read.guessed,
            reading.others,
            places=reading.places,
            dropped=reading.dropped,
            encoding_forgotten=reading.read.forgotten,
            encoding_rivals=reading.read.rivals,
            linked=reading.linked,
            follow=reading.follow,
            orphan=reading.orphan,
            relations=reading.relations,
        )
        article.base = reading.document
        return article

    def _history_for(self, path: Path, reading: Reading) -> QUndoStack:
        left = self._left.get(path)
        if left and left.goes_on(reading):
            return left.undo
        return QUndoStack(self._session.history)

    def _caret_for(self, path: Path) -> Caret:
        if path in self._left:
            return self._left[path].caret
        position = self._carets.get(path, 0)
        return Caret(position, position)
