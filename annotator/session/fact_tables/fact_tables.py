"""The tables of figures and names that the window shows, with the finding or the place that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.facts.figures.rows import FigureRow
from annotator.facts.finding import Place
from annotator.facts.names.name_words import name_words
from annotator.language.article_language import article_language
from annotator.language.figures.likely_language import likely_language
from annotator.model.document import Document
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork
from annotator.session.fact_tables.fact_reading import FactReading
from annotator.session.fact_tables.folder_contents import own_document
from annotator.session.fact_tables.found import Found
from annotator.session.fact_tables.place_facts import PlaceFacts, place_facts
from annotator.session.opening.folder import Folder
from annotator.session.session import Session


class FactTables(FactReading):
    """Contents of the tables. ``went``: another finding or place is shown, or the article of the place was read."""

    went = Signal()

    def __init__(self, session: Session, folder: Folder, jobs: Jobs, parent: QObject) -> None:
        super().__init__(session, folder, jobs, parent)
        self._reading = LongWork(jobs, self)
        self._document: tuple[str, Document | None] = "", None
        self._rows: dict[tuple[str, str], FigureRow] = {}
        self.current: Found | None = None
        self.place: Place | None = None
        self._reading.ended.connect(self._take_document)
        self.changed.connect(self._keep_finding)

    def show(self, *, whole_folder: bool) -> None:
        self.current = self.place = None
        self._document = "", None
        super().show(whole_folder=whole_folder)
        self.went.emit()

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

    @property
    def by_marks_alone(self) -> bool:
        """True where names of the article come from marks alone, as capitals tell none in its language."""
        current = None if self.whole_folder else self._session.current
        if current is None:
            return False
        document = current.document
        return name_words(article_language(document) or likely_language(document.article.text)) is None

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

    def _take_document(self, result: object) -> None:
        self._document = result if isinstance(result, tuple) else ("", None)
        self.went.emit()

    def _keep_finding(self) -> None:
        """Show the same finding among the new ones, or none where it is gone."""
        self._rows = {(row.article, row.id): row for row in self.contents.figures.rows}
        if self.current:
            key = self.current.key
            self.current = next((one for one in self.contents.found if one.key == key), None)
            self.went.emit()
