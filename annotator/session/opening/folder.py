"""The open folder: a list of its articles with title, status and number of annotations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.corpus.orphans import Orphan
from annotator.corpus.summary import Summary, summarise
from annotator.model.scheme import Scheme
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.opening.entry import Entry
from annotator.session.opening.listing import Listing, Stamps, cleared_stamps, listing_of, relisted, rewritten, rows_of
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.session import Session
from annotator.storage.files.file_error import FileError, Problem, told
from annotator.translation.messages import _

AT_A_TIME = 200


class Folder(QObject):
    """List of a folder's articles, made in the background; their sidecars are then read, a few in each job.

    ``listed``: ``entries`` was replaced as a whole. ``relisted``: articles were added or removed, the other entries
    are kept. ``entries_changed``: entries in this range were replaced. ``failed``: the folder cannot be read, with the
    reason. ``scanned``: number of entries whose sidecars have been read. ``missing_changed``:
    ``missing`` was replaced, the sidecars whose article is not there. ``scheme_changed``: the folder has another now.
    ``rewritten``: sidecars have been written since they were last read.
    """

    listed = Signal()
    relisted = Signal()
    entries_changed = Signal(object)
    failed = Signal(str)
    scanned = Signal(int)
    missing_changed = Signal()
    scheme_changed = Signal()
    rewritten = Signal()

    def __init__(self, jobs: Jobs, schemes: SchemeCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._schemes = schemes
        self._rows: Mapping[str, int] = {}
        self._found: dict[Path, str] = {}
        self._noted: dict[Path, Entry] = {}  # of articles that were open, which may be read before they are saved
        self._stamps: Stamps = {}
        self._pass = 0  # results of jobs from earlier passes are ignored
        self._followed: Session | None = None
        self.path: Path | None = None
        self.annotator = ""
        self.entries: list[Entry] = []
        self.missing: list[Entry] = []
        self.scheme: Scheme | None = None
        self.scheme_problem: Problem | None = None

    def open(self, path: Path, annotator: str) -> None:
        """List the folder; the previous list stays until the new one is complete."""
        self._pass += 1
        this = self._pass
        self._jobs.run(lambda: listing_of(path, self._schemes), lambda done: self._list(this, path, annotator, done))

    def refresh(self) -> None:
        """List the folder again if files were added or removed."""
        path, this, names = self.path, self._pass, self._rows.keys()
        if path:
            self._jobs.run(lambda: relisted(path, names), lambda done: self._relist(this, done))

    def look_at_sidecars(self) -> None:
        """Read the sidecars that have changed on disk since they were last checked."""
        path, this, annotator, stamps = self.path, self._pass, self.annotator, self._stamps
        paths = [entry.path for entry in self.entries]
        if path:
            self._jobs.run(
                lambda: rewritten(path, annotator, paths, stamps), lambda done: self._take_rewritten(this, done)
            )

    def show_missing(self, orphans: Sequence[Orphan]) -> None:
        """Take note of the sidecars whose article is missing; each has an entry in ``missing``."""
        missing = [Entry(orphan.sidecar, problem=_article_missing(orphan)) for orphan in orphans]
        if missing != self.missing:
            self.missing = missing
            self.missing_changed.emit()

    def row_of(self, path: Path | None) -> int | None:
        return self._rows.get(path.name) if path and path.parent == self.path else None

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
            document = article.document
            status, count = document.status.value, len(document.annotations)
            facts = document.article_attributes
            self._noted[article.path] = replace(self.entries[row], status=status, annotations=count, facts=facts)
            self._replace(row, self._noted[article.path])

    def note_problem(self, path: Path, problem: str) -> None:
        """Show a problem found when the article was opened; an empty ``problem`` clears it."""
        self._found[path] = problem
        row = self.row_of(path)
        if row is not None:
            self._replace(row, replace(self.entries[row], problem=problem))

    def neighbour(self, path: Path | None, step: int, *, new_only: bool = False) -> Path | None:
        """Return the next article in the direction of ``step``, with ``new_only`` one not started; None at the end."""
        row = self.row_of(path)
        start = row + step if row is not None else (0 if step > 0 else len(self.entries) - 1)
        rows = range(start, len(self.entries) if step > 0 else -1, step)
        return next((self.entries[row].path for row in rows if not new_only or self.entries[row].is_new), None)

    def _list(self, this: int, path: Path, annotator: str, done: Future[Listing]) -> None:
        if this != self._pass:
            return
        try:
            listing = done.result()
        except FileError as error:
            self.failed.emit(error.problem.sentence)
            return
        self.path, self.annotator = path, annotator
        self._found.clear()
        self._noted.clear()
        self.scheme, self.scheme_problem = listing.scheme, listing.scheme_problem
        self.entries, self.missing, self._rows = listing.entries, [], listing.rows
        self.listed.emit()
        self._jobs.run(lambda: cleared_stamps(path), lambda done: self._read_first(this, path, done))

    def _read_first(self, this: int, path: Path, done: Future[Stamps]) -> None:
        """Begin to read the sidecars once their stamps are known, so that a later change is noticed."""
        if path == self.path:
            self._stamps = done.result()
        if this == self._pass:
            self._read_from(this, 0)

    def _relist(self, this: int, done: Future[list[Path] | None]) -> None:
        articles = None if done.exception() else done.result()
        if this != self._pass or articles is None:
            return
        known = {entry.path.name: entry for entry in self.entries}
        self.entries = [known.get(article.name) or Entry(article) for article in articles]
        self._rows = rows_of(self.entries)
        self._pass += 1
        self.relisted.emit()
        self._read_from(self._pass, 0)

    def _read_from(self, this: int, row: int) -> None:
        paths = [entry.path for entry in self.entries[row : row + AT_A_TIME]]
        if paths:
            annotator, names = self.annotator, self._rows.keys()
            self._jobs.run(
                lambda: [summarise(path, annotator, names) for path in paths], lambda done: self._take(this, row, done)
            )

    def _take(self, this: int, row: int, done: Future[list[Summary]]) -> None:
        if this != self._pass:
            return
        before = self.entries[row : row + AT_A_TIME]
        now = [self._entry(entry.path, summary) for entry, summary in zip(before, done.result(), strict=True)]
        if now != before:
            self.entries[row : row + AT_A_TIME] = now
            self.entries_changed.emit(range(row, row + len(now)))
        self._note(self._followed.current if self._followed else None)
        self.scanned.emit(min(row + AT_A_TIME, len(self.entries)))
        self._read_from(this, row + AT_A_TIME)

    def _take_rewritten(self, this: int, done: Future[tuple[Stamps, Mapping[Path, Summary]]]) -> None:
        if this != self._pass:
            return
        self._stamps, found = done.result()
        for path, summary in found.items():
            self._noted.pop(path, None)
            self._replace(self._rows[path.name], self._entry(path, summary))
        if found:
            self.rewritten.emit()

    def _entry(self, path: Path, summary: Summary) -> Entry:
        problem = self._found.get(path, summary.problem) if self._found else summary.problem
        known = self._noted.get(path, summary)
        return Entry(path, summary.title, known.status, known.annotations, problem, known.facts)

    def _replace(self, row: int, entry: Entry) -> None:
        if self.entries[row] != entry:
            self.entries[row] = entry
            self.entries_changed.emit(range(row, row + 1))


def _article_missing(orphan: Orphan) -> str:
    return _("Article missing: {file}").format(file=told(orphan.named.file))
