"""Lists of the open article, or of its folder, which is read in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.corpus.desk.listing import DocumentLists, lists_below
from annotator.corpus.desk.table import NAMES
from annotator.corpus.processes import usable_cores
from annotator.corpus.tree import count_sidecars
from annotator.facts.desk.lists.desk_lists import desk_lists
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork, Passing
from annotator.session.desk_lists.lines import DocumentLines, ListLine, joined_lines, lines_of
from annotator.session.opening.folder import Folder
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.session.session import Session
from annotator.storage.files.confinement import confined_to
from annotator.translation.messages import _

OFTEN, MOST_RARELY = 0.5, 8.0
"""Seconds between the first two deliveries of what was read meanwhile, and between later ones: each takes longer."""

Key: TypeAlias = tuple[str, str]
"""Path of an article in its folder, and the annotator."""

Part: TypeAlias = dict[Key, DocumentLines]


class DeskReading(QObject):
    """Lines of the lists, which follow each change of the open article as long as they are awake.

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
        self.whole_folder, self.unread, self.is_cancelled = False, 0, False
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

    def lines(self, name: str, *, settled: bool) -> list[ListLine]:
        """Return the lines of the list of that name; without ``settled`` the open ones."""
        return joined_lines(name, (self._parts[key] for key in sorted(self._parts)), settled=settled)

    def counts(self) -> Mapping[str, int]:
        """Return how many lines of each list are open."""
        return {name: sum(len(part.open[name]) for part in self._parts.values()) for name in NAMES}

    def show(self, *, whole_folder: bool) -> None:
        """List the open article, or the whole folder."""
        self._reading.cancel()
        self._run += 1
        self.whole_folder, self._parts, self.unread, self.is_cancelled = whole_folder, {}, 0, False
        if whole_folder and self._folder.path:
            work = partial(_read, self._folder.path, partial(self._found.emit, self._run))
            self._reading.when_saved(lambda: self._reading.start(work))
        self.changed.emit()
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
        self._work.start(lambda _passing: (run, {key: lines_of(desk_lists(document, scheme, key[0]))}))

    def _take(self, result: object) -> None:
        if isinstance(result, tuple):
            run, part = result
            if run == self._run and self.own in part:
                self._parts = self._parts | part if self.whole_folder else part
                self.changed.emit()

    def _add(self, run: int, part: Part) -> None:
        """Add what was read of the folder; the open article has been listed as it is now."""
        if run == self._run:
            own = self._parts.get(self.own)
            self._parts = self._parts | part | ({self.own: own} if own else {})
            self.changed.emit()

    def _follow(self) -> None:
        if not self.whole_folder:
            self._parts = {}
            self.changed.emit()
        self._work_out()

    def _end(self, result: object) -> None:
        self.is_cancelled = result is None
        self.unread = result if isinstance(result, int) else 0
        self.ended.emit()


def _read(folder: Path, tell: Callable[[Part], None], passing: Passing) -> int:
    """Read all documents and ``tell`` their lists; return how many could not be read.

    Raises CancelledError.
    """
    part: Part = {}
    unread, told_at, wait = 0, 0.0, OFTEN
    with confined_to([folder]):
        passing.begin(_("Reading the folder"), count_sidecars([folder]))
        for one in lists_below([folder], passing.passed, usable_cores(), passing.go_on):
            if isinstance(one, DocumentLists):
                part[one.article, one.annotator] = lines_of(one.lists)
            else:
                unread += 1
            if part and monotonic() - told_at >= wait:
                tell(part)
                part, told_at, wait = {}, monotonic(), min(2 * wait, MOST_RARELY)
    tell(part)
    return unread
