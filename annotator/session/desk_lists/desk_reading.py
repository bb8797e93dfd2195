"""Lists of the open article, or of its folder, which is read in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.corpus.desk.listing import DocumentLists, lists_below
from annotator.corpus.processes import usable_cores
from annotator.corpus.tree import count_sidecars
from annotator.facts.desk.lists.desk_lists import desk_lists, joined
from annotator.facts.desk.lists.rows import DeskLists
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork, Passing
from annotator.session.opening.folder import Folder
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.session.session import Session
from annotator.storage.files.confinement import confined_to
from annotator.translation.messages import _

OFTEN = 1.0
"""Seconds between two deliveries of what was read meanwhile."""

Key: TypeAlias = tuple[str, str]
"""Path of an article in its folder, and the annotator."""

Part: TypeAlias = dict[Key, DeskLists]


class DeskReading(QObject):
    """``lists`` follow each change of the open article, as long as they are ``awake``.

    ``changed``: they are others now. ``progressed`` gives a Stage. ``ended``: the folder was read, or that was
    cancelled.
    """

    changed = Signal()
    progressed = Signal(object)
    ended = Signal()
    _found = Signal(int, object)

    def __init__(
        self, session: Session, folder: Folder, jobs: Jobs, autosave: Autosave, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._folder, self._awake, self._run = session, folder, True, 0
        self._work, self._reading = LongWork(jobs, self), WorkAfterSaving(jobs, autosave, self)
        self._parts: Part = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self.lists, self.whole_folder, self.unread, self.is_cancelled = DeskLists(), False, 0, False
        self._later.timeout.connect(self._work_out)
        self._work.ended.connect(self._take)
        self._reading.progressed.connect(self.progressed)
        self._reading.ended.connect(self._end)
        self._found.connect(self._add)
        session.changed.connect(lambda _change: self._later.start(0))
        session.opened.connect(self._follow)

    @property
    def busy(self) -> bool:
        """True while the folder is being read."""
        return self._reading.running

    @property
    def root(self) -> Path:
        """Folder from which the articles of the rows have their paths."""
        current = self._session.current
        return self._folder.path or (current.path.parent if current else Path())

    @property
    def own(self) -> Key:
        """Path in the folder and annotator of the open article; empty texts where none is open."""
        current = self._session.current
        if current is None:
            return "", ""
        inside = current.path.is_relative_to(self.root)
        name = current.path.relative_to(self.root).as_posix() if inside else current.path.name
        return name, current.document.annotator

    def show(self, *, whole_folder: bool) -> None:
        """List the open article, or the whole folder."""
        self._reading.cancel()
        self._run += 1
        self.whole_folder, self._parts, self.unread, self.is_cancelled = whole_folder, {}, 0, False
        if whole_folder and self._folder.path:
            work = partial(_read, self._folder.path, partial(self._found.emit, self._run))
            self._reading.when_saved(lambda: self._reading.start(work))
        self._show()
        self._work_out()

    def wake(self, *, awake: bool) -> None:
        """Follow the open article from now on, or not, as nobody sees the lists."""
        self._awake = awake
        if awake:
            self._work_out()

    def stop(self) -> None:
        """Stop reading the folder; what was read stays."""
        self._reading.cancel()

    def _work_out(self) -> None:
        """Make the lists of the open article anew, in the background."""
        current = self._session.current
        if not self._awake or current is None:
            return
        run, key, document, scheme = self._run, self.own, current.document, current.scheme
        self._work.start(lambda _passing: (run, {key: desk_lists(document, scheme, key[0])}))

    def _take(self, result: object) -> None:
        if isinstance(result, tuple):
            run, part = result
            if run == self._run and self.own in part:
                self._parts = self._parts | part if self.whole_folder else part
                self._show()

    def _add(self, run: int, part: Part) -> None:
        """Add what was read of the folder; the open article has been listed as it is now."""
        if run == self._run:
            own = self._parts.get(self.own)
            self._parts = self._parts | part | ({self.own: own} if own else {})
            self._show()

    def _follow(self) -> None:
        if not self.whole_folder:
            self._parts = {}
            self._show()
        self._work_out()

    def _show(self) -> None:
        self.lists = joined(self._parts[key] for key in sorted(self._parts))
        self.changed.emit()

    def _end(self, result: object) -> None:
        self.is_cancelled = result is None
        self.unread = result if isinstance(result, int) else 0
        self.ended.emit()


def _read(folder: Path, tell: Callable[[Part], None], passing: Passing) -> int:
    """Read all documents below the folder and ``tell`` their lists; return how many files could not be read.

    Raises CancelledError.
    """
    part: Part = {}
    unread, told_at = 0, 0.0
    with confined_to([folder]):
        passing.begin(_("Reading the folder"), count_sidecars([folder]))
        for one in lists_below([folder], passing.passed, usable_cores()):
            if isinstance(one, DocumentLists):
                part[_key(one)] = one.lists
            else:
                unread += 1
            if part and monotonic() - told_at >= OFTEN:
                tell(part)
                part, told_at = {}, monotonic()
    tell(part)
    return unread


def _key(one: DocumentLists) -> Key:
    return one.article, one.annotator
