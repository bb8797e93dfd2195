"""The open folder: a list of its articles with title, status and number of annotations."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.corpus.orphans import Orphan
from annotator.corpus.summary import Summary
from annotator.model.items import altered
from annotator.model.scheme import Scheme
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.opening.article_walk import ArticleWalk, Known, folder_in, name_below
from annotator.session.opening.entries import Entries, rows_after
from annotator.session.opening.entry import Entry, is_new
from annotator.session.opening.found_out import FoundOut
from annotator.session.opening.listing import Listing, listed_on, listing_of, relisted
from annotator.session.opening.missing_entries import missing_entries
from annotator.session.opening.reading_entries import Read, read_entries, rewritten
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.opening.sidecar_pass import SidecarPass, runs
from annotator.session.opening.stamps import Stamps, cleared_stamps
from annotator.session.session import Session
from annotator.storage.files.file_error import FileError, Problem


class Folder(QObject):
    """List of the articles of a folder and of the folders in it, made in the background.

    It begins with the first folder that has an article; the others follow. Then the sidecars are read, a few in each
    job. ``order`` has the rows of ``entries`` in the order that is shown; None for their own.

    ``listed``: ``entries`` was replaced as a whole. ``relisted``: articles were added or removed, the other entries
    are kept. ``entries_changed``: entries in this range were replaced. ``failed``: the folder cannot be read, with the
    reason. ``scanned``: number of entries whose sidecars have been read. ``missing_changed``:
    ``missing`` was replaced, the sidecars whose article is not there. ``scheme_changed``: the folder has another now.
    """

    listed = Signal()
    relisted = Signal()
    entries_changed = Signal(object)
    failed = Signal(str)
    scanned = Signal(int)
    missing_changed = Signal()
    scheme_changed = Signal()

    def __init__(self, jobs: Jobs, schemes: SchemeCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._schemes = schemes
        self._folders: Known = {}
        self._besides = FoundOut()
        self._stamps: Stamps = {}
        self._pass = 0  # results of jobs from earlier passes are ignored
        self._reading, self._is_walked = SidecarPass(), True
        self._followed: Session | None = None
        self.path: Path | None = None
        self.annotator = ""
        self.entries = Entries(Path(), ())
        self.order: Sequence[int] | None = None
        self.missing: list[Entry] = []
        self.scheme: Scheme | None = None
        self.scheme_problem: Problem | None = None

    @property
    def has_subfolders(self) -> bool:
        """True if there are articles in folders in the folder; these come last."""
        return bool(self.entries) and bool(self.entries.folders[-1])

    def open(self, path: Path, annotator: str) -> None:
        """List the folder; the previous list stays until there is an article of the new one, or none in all of it."""
        self._pass += 1
        this = self._pass
        self._jobs.run(lambda: listing_of(path, self._schemes), lambda done: self._list(this, path, annotator, done))

    def refresh(self, near: Path | None = None) -> None:
        """List the folder again if files were added or removed, or only if they were in the folder of that article."""
        path, name = self.path, name_below(self.path, near)
        if path and self._is_walked:
            beside = None if name is None else folder_in(name)
            work = partial(relisted, path, self._folders, self.entries.names, beside)
            self._jobs.run(work, partial(self._relist, self._pass))

    def look_at_sidecars(self) -> None:
        """Read the sidecars that have changed on disk since they were last checked."""
        path, this, annotator, stamps = self.path, self._pass, self.annotator, self._stamps
        folders, entries = [*self._folders], self.entries
        if path:
            work = partial(rewritten, path, folders, annotator, entries, stamps)
            self._jobs.run(work, lambda done: self._take_rewritten(this, done))

    def read_first(self, rows: Sequence[int]) -> None:
        """Read the sidecars of these entries next, as their rows are in view."""
        self._reading.ask(rows)

    def show_missing(self, orphans: Sequence[Orphan]) -> None:
        """Take note of the sidecars whose article is missing; each has an entry in ``missing``."""
        missing = missing_entries(orphans, self.path)
        if missing != self.missing:
            self.missing = missing
            self.missing_changed.emit()

    def row_of(self, path: Path | None) -> int | None:
        """Return the row of the article in ``entries``; None where it is not below the folder."""
        name = name_below(self.path, path)
        return None if name is None else self.entries.rows.get(name)

    def follow(self, session: Session) -> None:
        """Keep the entry of the session's article up to date with its document from now on."""
        self._followed = session
        session.opened.connect(lambda: self._note(session.current))
        session.opened.connect(self.look_at_scheme)
        session.changed.connect(lambda _change: self._note(session.current))

    def look_at_scheme(self) -> None:
        """Find out whether the scheme has become another since it was read."""
        path, this = self.path, self._pass
        if path:
            self._jobs.run(lambda: self._schemes.of(path), lambda done: self._take_scheme(this, *done.result()))

    def _take_scheme(self, this: int, scheme: Scheme, problem: Problem | None) -> None:
        if this == self._pass and (scheme, problem) != (self.scheme, self.scheme_problem):
            self.scheme, self.scheme_problem = scheme, problem
            self.scheme_changed.emit()

    def _note(self, article: OpenArticle | None) -> None:
        row = self.row_of(article.path) if article else None
        if row is not None and article and not article.read_only:
            document, read = article.document, self.entries.read[row]
            status, count, facts = document.status.value, len(document.annotations), document.article_attributes
            noted = altered(read, status=status, annotations=count, facts=facts)
            self._besides.open[self.entries.names[row]] = noted
            self._put(row, noted)

    def note_problem(self, path: Path, problem: str) -> None:
        """Show a problem found when the article was opened; an empty ``problem`` clears it."""
        name = name_below(self.path, path)
        if name is not None:
            self._besides.problems[name] = problem
        row = self.row_of(path)
        if row is not None:
            self._put(row, altered(self.entries.read[row], problem=problem))

    def neighbour(self, path: Path | None, step: int, *, new_only: bool = False) -> Path | None:
        """Return the next article in the direction of ``step``, with ``new_only`` one not started; None at the end.

        The next one is that of the order in which the articles are shown.
        """
        order = range(len(self.entries)) if self.order is None else self.order
        rows = rows_after(order, self.row_of(path), step)
        return next((self.entries.path(row) for row in rows if not new_only or is_new(self.entries.read[row])), None)

    def _list(self, this: int, path: Path, annotator: str, done: Future[Listing]) -> None:
        if this != self._pass:
            return
        try:
            listing = done.result()
        except FileError as error:
            self.failed.emit(error.problem.sentence)
            return
        self.path, self.annotator, self._schemes.top = path, annotator, path
        self._besides = FoundOut()
        self.scheme, self.scheme_problem = listing.scheme, listing.scheme_problem
        self.entries, self.missing, self._folders, self.order = listing.entries, [], {**listing.walk.folders}, None
        self._reading, self._is_walked = SidecarPass(), listing.walk.ended
        self.listed.emit()
        self._walk_on(this, listing.walk)

    def _walk_on(self, this: int, walk: ArticleWalk) -> None:
        """Go on to the next folders; at their end begin to read the sidecars."""
        if this != self._pass:
            return
        shown = len(self.entries)
        if not walk.ended:
            self._jobs.run(partial(listed_on, walk, shown), partial(self._take_walked, this, walk))
            return
        self._folders, self._is_walked, path = {**walk.folders}, True, walk.top
        work = partial(cleared_stamps, path, [*walk.folders], self.entries)
        self._jobs.run(work, partial(self._read_first, this, path))

    def _take_walked(self, this: int, walk: ArticleWalk, done: Future[Entries | None]) -> None:
        if this != self._pass:
            return
        entries = done.result()
        if entries is not None and len(entries) > len(self.entries):
            self._folders = {**walk.folders}
            self._show_again(entries)
        self._walk_on(this, walk)

    def _show_again(self, entries: Entries) -> None:
        entries.keep(self.entries)
        self.entries, self.order = entries, None
        self.relisted.emit()

    def _read_first(self, this: int, path: Path, done: Future[Stamps]) -> None:
        """Begin to read the sidecars once their stamps are known, so that a later change is noticed."""
        if path == self.path:
            self._stamps = done.result()
        if this == self._pass:
            self._read(this, range(len(self.entries)))

    def _relist(self, this: int, done: Future[tuple[ArticleWalk, Entries | None] | None]) -> None:
        if this != self._pass or done.exception() or (result := done.result()) is None:
            return
        walk, entries = result
        before, self._folders = self._folders, walk.folders
        if entries is not None:
            self._pass += 1
            self._show_again(entries)
            changed = {name for name, found in walk.folders.items() if found is not before.get(name)}
            self._read(self._pass, entries.rows_to_read(changed))

    def _read(self, this: int, due: Sequence[int]) -> None:
        """Read the sidecars of these entries."""
        self._reading.begin(len(self.entries), due)
        self._read_on(this)

    def _read_on(self, this: int) -> None:
        if rows := self._reading.next(self.entries.is_read):
            work = partial(read_entries, self.entries, rows, self.annotator, self._stamps)
            self._jobs.run(work, lambda done: self._take(this, rows, done))

    def _take(self, this: int, rows: Sequence[int], done: Future[list[Read]]) -> None:
        if this != self._pass:
            return
        entries, told = self.entries, self._besides.told_of
        found = zip(rows, done.result(), strict=True)
        changed = [row for row, one in found if entries.put(row, told(entries.names[row], one.summary), one.text)]
        for run in runs(changed):
            self.entries_changed.emit(run)
        self._note(self._followed.current if self._followed else None)
        self.scanned.emit(self._reading.read)
        self._read_on(this)

    def _take_rewritten(self, this: int, done: Future[tuple[Stamps, Sequence[int], list[Read]]]) -> None:
        if this != self._pass:
            return
        self._stamps, rows, found = done.result()
        for row, one in zip(rows, found, strict=True):
            self._besides.open.pop(self.entries.names[row], None)
            self._put(row, self._besides.told_of(self.entries.names[row], one.summary), one.text)

    def _put(self, row: int, now: Summary, text: str = "") -> None:
        if self.entries.put(row, now, text):
            self.entries_changed.emit(range(row, row + 1))
