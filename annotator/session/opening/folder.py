"""The open folder: its articles, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from annotator.corpus.orphans import Orphan
from annotator.corpus.summary import Summary, summarise
from annotator.model.document import FINISHED, NEW
from annotator.model.scheme import Scheme
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.session import Session
from annotator.storage.articles.folders import article_names, articles_in, sidecar_stamps
from annotator.storage.files.file_error import FileError, Problem, told
from annotator.storage.saving.leftovers import clear_leftovers
from annotator.storage.sidecars.sidecar_files import is_sidecar, sidecar_path, stem_of

AT_A_TIME = 40
Stamps: TypeAlias = Mapping[str, tuple[int, int]]
Opened: TypeAlias = tuple[list[Path], Stamps, Scheme, Problem | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the folder; ``status`` is empty as long as its sidecar has not been read."""

    path: Path
    title: str = ""
    status: str = ""
    annotations: int = 0
    problem: str = ""

    @property
    def name(self) -> str:
        """Its file name without the suffix; of a sidecar the article's."""
        return stem_of(self.path) if is_sidecar(self.path) else self.path.stem

    @property
    def is_new(self) -> bool:
        """Whether there is work to begin on: not started, as far as is known, and nothing in the way."""
        return self.status in ("", NEW) and not self.problem

    @property
    def finished(self) -> bool:
        return self.status in FINISHED


class Folder(QObject):
    """Lists a folder's articles in the background, then reads what their sidecars say, a few at a time.

    ``listed``: ``entries`` were replaced as a whole. ``entry_changed``: the entry with that number was. ``failed``:
    the folder could not be read, for the reason given. ``scanned``: the number of entries read so far. ``relisted``:
    articles have come or gone, what is known of the others stays. ``missing_changed``: ``missing`` was replaced, the
    sidecars whose article is not there.
    """

    listed = Signal()
    relisted = Signal()
    entry_changed = Signal(int)
    failed = Signal(str)
    scanned = Signal(int)
    missing_changed = Signal()

    def __init__(self, jobs: Jobs, schemes: SchemeCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._schemes = schemes
        self._rows: dict[Path, int] = {}
        self._found: dict[Path, str] = {}
        self._names: frozenset[str] = frozenset()
        self._stamps: Stamps = {}
        self._pass = 0
        self.path: Path | None = None
        self.annotator = ""
        self.entries: list[Entry] = []
        self.missing: list[Entry] = []
        self.scheme: Scheme | None = None
        self.scheme_problem: Problem | None = None

    def open(self, path: Path, annotator: str) -> None:
        """List the folder; what was listed before stays until that is done."""
        self._pass += 1
        this = self._pass
        self._jobs.run(lambda: _opened(path, self._schemes), lambda done: self._list(this, path, annotator, done))

    def refresh(self) -> None:
        """See whether articles have come or gone."""
        path, this, names = self.path, self._pass, self._names
        if path:
            self._jobs.run(lambda: _relisted(path, names), lambda done: self._relist(this, done))

    def look_at_sidecars(self) -> None:
        """See which articles' sidecars others have written since the last look, and what they say now."""
        path, this, annotator, stamps = self.path, self._pass, self.annotator, self._stamps
        paths = [entry.path for entry in self.entries]
        if path:
            self._jobs.run(
                lambda: _rewritten(path, annotator, paths, stamps), lambda done: self._take_rewritten(this, done)
            )

    def show_missing(self, orphans: Sequence[Orphan]) -> None:
        """Take note of the sidecars whose article is missing; each has an entry in ``missing``."""
        missing = [Entry(orphan.sidecar, problem=_article_missing(orphan)) for orphan in orphans]
        if missing != self.missing:
            self.missing = missing
            self.missing_changed.emit()

    def row_of(self, path: Path | None) -> int | None:
        return self._rows.get(path) if path else None

    def follow(self, session: Session) -> None:
        """From now on take over what the document of the session's article says."""
        session.opened.connect(lambda: self._note(session.current))
        session.changed.connect(lambda _change: self._note(session.current))

    def _note(self, article: OpenArticle | None) -> None:
        row = self.row_of(article.path) if article else None
        if row is not None and article and not article.read_only:
            document = article.document
            known = replace(self.entries[row], status=document.status.value, annotations=len(document.annotations))
            self._replace(row, known)

    def note_problem(self, path: Path, problem: str) -> None:
        """Take over what was found to be wrong with an article when it was opened; empty where nothing is."""
        self._found[path] = problem
        row = self.row_of(path)
        if row is not None:
            self._replace(row, replace(self.entries[row], problem=problem))

    def neighbour(self, path: Path | None, step: int, *, new_only: bool = False) -> Path | None:
        """The next article in the direction of ``step``; with ``new_only`` the next that is not started."""
        row = self.row_of(path)
        start = row + step if row is not None else (0 if step > 0 else len(self.entries) - 1)
        rows = range(start, len(self.entries) if step > 0 else -1, step)
        return next((self.entries[row].path for row in rows if not new_only or self.entries[row].is_new), None)

    def _list(self, this: int, path: Path, annotator: str, done: Future[Opened]) -> None:
        if this != self._pass:
            return
        try:
            articles, self._stamps, self.scheme, self.scheme_problem = done.result()
        except FileError as error:
            self.failed.emit(error.problem.sentence)
            return
        self.path, self.annotator = path, annotator
        self._found.clear()
        self.entries, self.missing = [Entry(article) for article in articles], []
        self._rows = {article: row for row, article in enumerate(articles)}
        self.listed.emit()
        self._read_from(this, 0)

    def _relist(self, this: int, done: Future[tuple[frozenset[str], list[Path]] | None]) -> None:
        found = None if done.exception() else done.result()
        if this != self._pass or found is None:
            return
        self._names, articles = found
        known = {entry.path: entry for entry in self.entries}
        if articles == list(known):
            return
        self.entries = [known.get(article, Entry(article)) for article in articles]
        self._rows = {entry.path: row for row, entry in enumerate(self.entries)}
        self._pass += 1
        self.relisted.emit()
        self._read_from(self._pass, 0)

    def _read_from(self, this: int, row: int) -> None:
        paths = [entry.path for entry in self.entries[row : row + AT_A_TIME]]
        if paths:
            annotator = self.annotator
            self._jobs.run(
                lambda: [summarise(path, annotator) for path in paths], lambda done: self._take(this, row, done)
            )

    def _take(self, this: int, row: int, done: Future[list[Summary]]) -> None:
        if this != self._pass:
            return
        for number, summary in enumerate(done.result(), start=row):
            path = self.entries[number].path
            problem = self._found.get(path, summary.problem)
            known = Entry(path, summary.title, summary.status, summary.annotations, problem)
            self._replace(number, known)
        self.scanned.emit(min(row + AT_A_TIME, len(self.entries)))
        self._read_from(this, row + AT_A_TIME)

    def _take_rewritten(self, this: int, done: Future[tuple[Stamps, Mapping[Path, Summary]]]) -> None:
        if this != self._pass:
            return
        self._stamps, found = done.result()
        for path, summary in found.items():
            row = self._rows[path]
            problem = self._found.get(path, summary.problem)
            self._replace(row, Entry(path, summary.title, summary.status, summary.annotations, problem))

    def _replace(self, row: int, entry: Entry) -> None:
        if self.entries[row] != entry:
            self.entries[row] = entry
            self.entry_changed.emit(row)


def _article_missing(orphan: Orphan) -> str:
    return f"Article missing: {told(orphan.named.file)}"


def _opened(path: Path, schemes: SchemeCache) -> Opened:
    clear_leftovers(path)
    return articles_in(path), sidecar_stamps(path), *schemes.of(path)


def _relisted(path: Path, names: frozenset[str]) -> tuple[frozenset[str], list[Path]] | None:
    """The articles anew; None where the names are those that there were."""
    now = article_names(path)
    return None if now == names else (now, articles_in(path))


def _rewritten(
    folder: Path, annotator: str, articles: Iterable[Path], before: Stamps
) -> tuple[Stamps, Mapping[Path, Summary]]:
    """The stamps now, and what those sidecars say that have another."""
    now = sidecar_stamps(folder)
    names = {name for name in now.keys() | before.keys() if now.get(name) != before.get(name)}
    touched = [path for path in articles if sidecar_path(path, annotator).name in names] if names else []
    return now, {path: summarise(path, annotator) for path in touched}
