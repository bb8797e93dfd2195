"""The tables of figures and names that the window shows: of the open article or the folder, with one finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from annotator.facts.figures.rows import FigureRow
from annotator.facts.finding import Place
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork, Passing
from annotator.session.editing.values.attribute_words import separators
from annotator.session.fact_tables.contents import Contents, Figures, Names, figures_of, joined, names_of
from annotator.session.fact_tables.folder_contents import Part, Wanted, own_document, read_contents
from annotator.session.fact_tables.found import Found
from annotator.session.fact_tables.place_facts import PlaceFacts, place_facts
from annotator.session.opening.folder import Folder
from annotator.session.session import Session

Worked: TypeAlias = tuple[int, str, Figures | Names]
"""The scope for which something was worked out, the name of the article there, and its figures or names."""


class FactTables(QObject):
    """Contents, which follow the open article, and the finding or the place that is shown.

    ``changed``: there are other contents. ``went``: another finding or place is shown, or its article was read.
    ``progressed``: a Stage of the reading of the folder. ``ended``: it was read, or cancelled.
    """

    changed = Signal()
    went = Signal()
    progressed = Signal(object)
    ended = Signal()
    _found = Signal(int, object)

    def __init__(self, session: Session, folder: Folder, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._folder = session, folder
        self._work, self._folder_work, self._reading = (LongWork(jobs, self) for _work in range(3))
        self._parts: dict[str, Contents] = {}
        self._document: tuple[str, Document | None] = "", None
        self._run = 0  # results for earlier scopes are ignored
        self._path = session.path
        self._then: Callable[[Passing], Worked] | None = None
        self._is_awake, self._is_stale = True, False
        self.whole_folder = self.is_cancelled = False
        self.contents = Contents()
        self._rows: dict[tuple[str, str], FigureRow] = {}
        self.current: Found | None = None
        self.place: Place | None = None
        self.unread: tuple[str, ...] = ()
        self._work.ended.connect(self._take)
        self._folder_work.progressed.connect(self.progressed)
        self._folder_work.ended.connect(self._end)
        self._reading.ended.connect(self._take_document)
        self._found.connect(self._add)
        session.changed.connect(lambda _change: self.refresh())
        session.opened.connect(self._follow)

    @property
    def busy(self) -> bool:
        """True while the folder is being read."""
        return self._folder_work.running

    @property
    def name(self) -> str:
        """Name of the open article in its folder; empty where none is open."""
        return self._session.current.path.name if self._session.current else ""

    @property
    def scheme(self) -> Scheme | None:
        """Scheme of the open article, else of the folder."""
        return self._session.scheme if self._session.current else self._folder.scheme

    def show(self, *, whole_folder: bool) -> None:
        """Show the tables of the open article, or of the whole folder, which is read in the background."""
        self.whole_folder = whole_folder
        self._run += 1
        self._parts, self.unread = {}, ()
        self.current = self.place = None
        self._document = "", None
        self._folder_work.cancel()
        self.is_cancelled = False
        self._show(Contents())
        self.went.emit()
        if whole_folder:
            self._read_folder()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Work out the contents of the open article anew, in the background: its figures, then its names."""
        article = self._session.current
        self._is_stale = not self._is_awake
        if self._is_stale:
            return
        if article is None:
            self._show(Contents())
            return
        document, scheme, told = article.document, article.scheme, separators()
        run, name = self._run, self.name if self.whole_folder else ""

        def work(passing: Passing) -> Worked:
            passing.go_on()
            return run, name, figures_of(document, scheme, told, name)

        def then(passing: Passing) -> Worked:
            passing.go_on()
            return run, name, names_of(document, scheme, name)

        self._then = then
        self._work.start(work)

    def wake(self, *, awake: bool) -> None:
        """Follow the open article from now on, or only note that it has changed, as nobody sees the tables."""
        self._is_awake = awake
        if awake and self._is_stale:
            self.refresh()

    def stop(self) -> None:
        """Stop reading the folder; what was read stays."""
        self._folder_work.cancel()

    # the finding

    def choose(self, found: Found | None) -> None:
        """Show the finding, or none."""
        self.current = found
        self.place = found.finding.places[0] if found and found.finding.places else None
        self.went.emit()

    def choose_place(self, *places: Place) -> None:
        """Show the first of the places at which something does not fit, the present finding before others."""
        among = [one for one in self.contents.found if any(map(one.is_about, places))]
        here = self.current if self.current in among else next((one for one in among if not one.dismissal), None)
        place = next((one for one in places if here and here.is_about(one)), places[0])
        if (here, place) != (self.current, self.place):
            self.current, self.place = here, place
            self.went.emit()

    def next(self, step: int = 1) -> Found | None:
        """Go to the next finding that nobody has dismissed, or to the one before; return it."""
        among = self.contents.open
        if not among:
            return None
        at = among.index(self.current) + step if self.current in among else 0
        self.choose(among[at % len(among)])
        return self.current

    def document_of(self, place: Place) -> Document | None:
        """Return the document that the place is in; None while it is being read, then ``went`` follows."""
        if place.article in ("", self.name):
            return self._session.document if self._session.current else None
        name, document = self._document
        if name != place.article and self._folder.path and not self._reading.running:
            path, annotator = self._folder.path / place.article, self._folder.annotator
            self._reading.start(lambda _passing: (place.article, own_document(path, annotator)))
        return document if name == place.article else None

    def facts_of(self, place: Place, *, writable: bool) -> PlaceFacts:
        """Return the facts about the place, as far as its article has been read."""
        document = self.document_of(place)
        if document is None:
            return PlaceFacts(place)
        here = place.article in ("", self.name)
        index, row = self._session.index if here else None, self._rows.get((place.article, place.id))
        near = index.in_paragraph(index.paragraph_of(place.span.start)) if index else [*document.annotations.values()]
        return place_facts(place, document, row, near, writable=writable and here)

    # results

    def _follow(self) -> None:
        """Show the article that was opened; where it is the same one as before, keep the finding that is shown."""
        before, self._path = self._path, self._session.path
        if before == self._path or self.whole_folder:
            self.refresh()
        else:
            self.show(whole_folder=False)

    def _take(self, result: object) -> None:
        """Take the figures or the names of the open article; the names come once the figures are shown."""
        then, self._then = self._then, None
        if isinstance(result, tuple):
            run, name, part = result
            if run == self._run:
                before = self._parts.get(name, Contents())
                is_figures = isinstance(part, Figures)
                self._parts[name] = replace(before, figures=part) if is_figures else replace(before, names=part)
                self._show(joined(self._parts.values()))
        if then:
            self._work.start(then)

    def _read_folder(self) -> None:
        scheme = self.scheme
        if self._folder.path is None or scheme is None:
            return
        paths = [entry.path for entry in self._folder.entries if entry.path.name != self.name]
        wanted = Wanted(paths, self._folder.annotator, scheme, separators())
        self.refresh()
        tell = partial(self._found.emit, self._run)
        self._folder_work.start(lambda passing: read_contents(wanted, passing, tell))

    def _add(self, run: int, part: Part) -> None:
        if run == self._run:
            self._parts |= part.contents
            self.unread += part.unread
            self._show(joined(self._parts.values()))

    def _end(self, result: object) -> None:
        self.is_cancelled = result is None
        self.ended.emit()

    def _take_document(self, result: object) -> None:
        self._document = result if isinstance(result, tuple) else ("", None)
        self.went.emit()

    def _show(self, contents: Contents) -> None:
        """Show these contents, and the same finding in them; the one that came instead where it is gone."""
        key = self.current.key if self.current else None
        self.contents = contents
        self._rows = {(row.article, row.id): row for row in contents.figures.rows}
        self.changed.emit()
        if key is not None:
            self.current = next((one for one in contents.found if one.key == key), None)
            self.went.emit()
