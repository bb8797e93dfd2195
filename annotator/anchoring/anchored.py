"""Re-anchoring of a document whose article has changed: certain annotations get their span, the rest a proposal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct

from annotator.anchoring.article_places import CORRECTIONS, TIMES, placed_in
from annotator.anchoring.carrying import carried
from annotator.anchoring.places import AMBIGUOUS, CHANGED, LOST, MOVED, SAME, Dropped, Place, Quoted
from annotator.facts.desk.reopening import with_reopened
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.storage.files.file_error import Problem, told
from annotator.storage.saving.kept_texts import kept_text
from annotator.storage.sidecars.sidecar_files import ReadSidecar, read_sidecar
from annotator.translation.messages import N_, _

Texts: TypeAlias = Callable[[str], str | None]
"""Returns the text with a SHA-256; None if it was not kept."""

NOTHING_DROPPED = Dropped()
NO_PLACES: Mapping[str, Place] = MappingProxyType({})
SAID = {
    MOVED: N_(
        "The annotation {id} is not where it was, as the article has changed: its words stand elsewhere now, at "
        "{place}. Open the article to accept, select anew or drop it."
    ),
    CHANGED: N_(
        "The annotation {id} is not where it was, as the article has changed: its words have changed, to {words}. "
        "Open the article to accept, select anew or drop it."
    ),
    AMBIGUOUS: N_(
        "The annotation {id} is not where it was, as the article has changed: it could be in several places or none, "
        "as at {place}. Open the article to accept, select anew or drop it."
    ),
    LOST: N_(
        "The annotation {id} is not where it was, as the article has changed: its words are gone. "
        "Open the article to accept, select anew or drop it."
    ),
}
NO_PLACE = N_(
    "The annotation {id} is not where it was, as the article has changed: it could be in several places or none. "
    "Open the article to accept, select anew or drop it."
)


class Anchored(Struct, frozen=True):
    """A re-anchored document.

    ``same`` has the ids of the annotations with the verdict *same*, whose spans are set; ``places`` has the proposals
    for all others, by id. ``dropped`` counts what else had a place in the article and is left out.
    """

    document: Document
    places: Mapping[str, Place] = NO_PLACES
    same: tuple[str, ...] = ()
    dropped: Dropped = NOTHING_DROPPED


@dataclass(frozen=True, slots=True)
class ReadDocument(ReadSidecar):
    """A sidecar that has been read and re-anchored.

    ``places``, ``same`` and ``dropped`` are those of ``Anchored``; ``problems`` includes the annotations that are still
    displaced.
    """

    places: Mapping[str, Place] = field(default_factory=lambda: NO_PLACES)
    same: tuple[str, ...] = ()
    dropped: Dropped = NOTHING_DROPPED


def read_document(path: Path, article: Article, data: bytes | None = None, *, renamed: bool = False) -> ReadDocument:
    """Read the sidecar of ``article`` and re-anchor its annotations. Raises SidecarError.

    ``data`` is the content of the sidecar if that is known already; with ``renamed`` it may name another article.
    """
    read = read_sidecar(path, article, data, renamed=renamed)
    done = anchored(read.document, lambda sha256: kept_text(path.parent, sha256), read.sha256, read.length)
    found = (_problem(path, read.lines[id], id, place, article) for id, place in done.places.items())
    ordered = tuple(sorted([*read.problems, *found], key=lambda problem: problem.line or 1))
    about = (read.data, read.lines, ordered, read.newer, read.sha256, read.misnamed, read.length, read.is_canonical)
    return ReadDocument(done.document, *about, done.places, done.same, done.dropped)


def anchored(document: Document, texts: Texts, made_on: str = "", length: int | None = None) -> Anchored:
    """Re-anchor the annotations whose spans refer to another text; set the span of those with the verdict *same*.

    ``made_on`` is the SHA-256 of the text to which the read ranges and what is known of the article refer, empty for
    the present text; ``length`` is its length in code points if known. Read ranges are kept for unchanged sentences,
    corrections and times of the article for unchanged words; an edited sentence counts as unread. Signed facts with any
    other verdict than *same* are put into ``reopened`` of their sign-offs.
    """
    judged: dict[str, Place] = {}
    for sha256, items in _by_text(document).items():
        old = texts(sha256) if sha256 else document.article.text
        judged |= _places(items, document.article.text, old, length if sha256 == made_on else None)
    document, dropped = _carried(document, texts, made_on)
    if not judged:
        return Anchored(document, dropped=dropped)
    settled = {id: _settled(item, judged.get(id)) for id, item in document.annotations.items()}
    left = {id: place for id, place in judged.items() if place.verdict != SAME}
    same = tuple(id for id in judged if id not in left)
    placed = document.with_items(Annotation, MappingProxyType(settled))
    return Anchored(with_reopened(placed, left.keys()), MappingProxyType(left), same, dropped)


def _carried(document: Document, texts: Texts, made_on: str) -> tuple[Document, Dropped]:
    """Return the document with its read ranges, corrections and times at their new places."""
    if made_on in ("", document.article.sha256) or not (document.read or document.article_extra):
        return document, NOTHING_DROPPED
    old, new = texts(made_on), document.article.text
    read = carried(old, new, document.read)
    about, dropped = placed_in(old, new, document.article_extra)
    lost = Dropped(0 if read else len(document.read), dropped.get(CORRECTIONS, 0), dropped.get(TIMES, 0))
    return replace(document, read=read, article_extra=about), lost


def _by_text(document: Document) -> Mapping[str, list[Annotation]]:
    """Group the annotations to judge by the SHA-256 of the text to which they refer; empty for the present text."""
    found: dict[str, list[Annotation]] = defaultdict(list)
    for annotation in document.annotations.values():
        if annotation.displaced and (annotation.displaced.sha256 or annotation.displaced.verdict):
            found[annotation.displaced.sha256].append(annotation)
    return found


def _places(items: Iterable[Annotation], new: str, old: str | None, length: int | None) -> dict[str, Place]:
    """Return the place of each annotation by id.

    An annotation whose quote agrees with the old text is found by comparing the texts, any other by its quote alone,
    with the ``length`` of the old text if that is known.
    """
    quoted: list[Annotation] = []
    known: list[Annotation] = []
    for item in items:
        (known if old is not None and item.span.of(old) == _words(item).text else quoted).append(item)
    found: list[Place] = []
    if known and old is not None:
        from annotator.anchoring.from_text import from_text  # imported late: most articles have not changed

        found = from_text(old, new, [item.span for item in known])
    if quoted:
        from annotator.anchoring.from_quotes import from_quotes

        known_length = len(old) if old is not None else length
        if known_length is not None and any(item.span.end > known_length for item in quoted):
            known_length = None  # the file was edited by hand
        found += from_quotes(new, [_quoted(item) for item in quoted], known_length)
    return {item.id: place for item, place in zip([*known, *quoted], found, strict=True)}


def _words(annotation: Annotation) -> Excerpt:
    assert annotation.displaced
    return annotation.displaced


def _quoted(annotation: Annotation) -> Quoted:
    excerpt = _words(annotation)
    return Quoted(annotation.span, excerpt.text, excerpt.before, excerpt.after)


def _settled(annotation: Annotation, place: Place | None) -> Annotation:
    if place is None:
        return annotation
    if place.verdict == SAME and place.span:
        return altered(annotation, span=place.span, displaced=None)
    return altered(annotation, displaced=altered(_words(annotation), verdict=place.verdict))


def _problem(path: Path, line: int, id: str, place: Place, article: Article) -> Problem:
    span = place.span
    words = told(span.of(article.text)) if span else ""
    said = SAID[place.verdict] if span or place.verdict == LOST else NO_PLACE
    at = f"{span.start}–{span.end}" if span else ""
    return Problem(path, line, _(said).format(id=told(id), words=words, place=at))
