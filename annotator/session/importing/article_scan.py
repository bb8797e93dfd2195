"""Scan of files for articles to import, one file after the other in the background."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from annotator.interop.article_kinds import extractor_for, extractor_named
from annotator.interop.articles.extracted import Part, Wishes
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.incoming.article_sources import Taken, files_in, taken_from
from annotator.language.words import count_words
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import Passing
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import FileError, Problem

MOST_LOOKED_AT, LONGEST_LOOK, BEGINNING = 2000, 6000, 200
CLIPBOARD = Path("clipboard")


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text pasted from the clipboard."""

    text: str


Given: TypeAlias = Path | Pasted


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """Article that can be imported: number ``number`` of its source, from 0. ``look`` is its beginning, as a preview.

    ``parts`` are cut off at the end of ``look``; ``notes`` are remarks of the extractor. ``page_parts`` tells whether
    the option to keep page parts acts on its source. ``left_out`` are passages between those of the text. ``has_links``
    tells whether links of it could be evidence.
    """

    source: Given
    number: int
    name: str
    words: int
    look: str
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    page_parts: bool = False
    left_out: tuple[str, ...] = ()
    has_links: bool = False


@dataclass(slots=True)
class ScannedArticles:
    """Articles and problems found so far; ``complete`` once every source has been read."""

    articles: list[FoundArticle] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = False


class ArticleScan(QObject):
    """Scan in the background. ``grew``: ``found`` has new articles or problems, or is complete."""

    grew = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._passing = Passing(lambda _stage: None)  # stopped with its scan, whose results are then ignored
        self._tops: list[Path] = []
        self.found = ScannedArticles()

    def read(self, given: Sequence[Given], wishes: Wishes) -> None:
        """Start a new scan of these sources in place of the current one."""
        self.stop()
        self.found, self._tops = ScannedArticles(), paths_in(given)
        passing = self._passing = Passing(lambda _stage: None)
        self._next(passing, every_source(given), replace(wishes, go_on=passing.go_on))

    def stop(self) -> None:
        """Stop reading, even in the middle of a file that is read in a process of its own, and emit nothing more."""
        self._passing.stop()
        self._passing = Passing(lambda _stage: None)

    def _next(self, this: Passing, left: Iterator[Given], wishes: Wishes) -> None:
        room = MOST_LOOKED_AT - len(self.found.articles)
        self._jobs.run(partial(_found_next, left, wishes, room, self._tops), partial(self._take, this, left, wishes))

    def _take(self, this: Passing, left: Iterator[Given], wishes: Wishes, done: Future[ScannedArticles]) -> None:
        if this is not self._passing:
            return
        new = done.result()
        self.found.articles += new.articles
        self.found.problems += new.problems
        self.found.complete = new.complete
        self.grew.emit()
        if not new.complete:
            self._next(this, left, wishes)


def every_source(given: Iterable[Given]) -> Iterator[Given]:
    """Yield the files, the files in the folders, and the pasted texts."""
    for source in given:
        if isinstance(source, Pasted):
            yield source
        else:
            yield from files_in([source])


def paths_in(given: Iterable[Given]) -> list[Path]:
    """Return the files and folders among what was given."""
    return [source for source in given if not isinstance(source, Pasted)]


def texts_of(source: Given, wishes: Wishes, problems: list[Problem]) -> Iterator[Taken]:
    """Yield the texts in a file or a pasted text; parts of it that fail are problems. Raises FileError."""
    if not isinstance(source, Pasted):
        yield from taken_from(source, wishes, problems)
        return
    data, plain = source.text.encode("utf-8", "surrogatepass"), extractor_named("text")
    assert plain
    try:
        for extracted in plain.extract(data, CLIPBOARD.name, wishes):
            yield Taken(CLIPBOARD, sha256(data).hexdigest(), extracted)
    except ForeignError as error:
        raise FileError.at(CLIPBOARD, error.sentence) from error


def _found_next(left: Iterator[Given], wishes: Wishes, room: int, tops: Sequence[Path]) -> ScannedArticles:
    """Scan the next source; the result is complete if there is none. Beyond ``room`` articles, looks are short."""
    with confined_to(tops):
        return _scanned(left, wishes, room)


def _scanned(left: Iterator[Given], wishes: Wishes, room: int) -> ScannedArticles:
    source = next(left, None)
    if source is None:
        return ScannedArticles(complete=True)
    problems: list[Problem] = []
    try:
        texts = enumerate(texts_of(source, wishes, problems))
        return ScannedArticles([_found(source, number, taken, number < room) for number, taken in texts], problems)
    except FileError as error:
        return ScannedArticles(problems=[*problems, error.problem])


def _found(source: Given, number: int, taken: Taken, whole_look: bool) -> FoundArticle:
    extracted = taken.extracted
    look = extracted.text[: LONGEST_LOOK if whole_look else BEGINNING]
    parts = tuple(_cut(part, len(look)) for part in extracted.parts if part.span.start < len(look))
    words, kind = count_words(extracted.text), extractor_for(source) if isinstance(source, Path) else None
    acts = kind is not None and kind.page_parts
    notes, left_out = extracted.notes, extracted.left_out
    has_links = extracted.links > 0
    return FoundArticle(source, number, extracted.name, words, look, parts, notes, acts, left_out, has_links)


def _cut(part: Part, length: int) -> Part:
    return Part(Span(part.span.start, min(part.span.end, length)), part.role)
