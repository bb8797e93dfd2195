"""Mentions of names in a document: those that are marked, and those that the running text tells by rule."""

from __future__ import annotations

from annotator.facts.finding import Place
from annotator.facts.names.marks import Mark, marks_of
from annotator.facts.names.mention import Mention
from annotator.language.plain_line import plain_line
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.model.span import Span

SHORTEST_PART = 3
"""Letters that the last word of a filed name needs to be looked for in what is marked."""


def mentions_of(document: Document, scheme: Scheme, article: str = "") -> list[Mention]:
    """Return the mentions in text order."""
    text = document.article.text
    found = [mention for mark in marks_of(document, scheme) if (mention := _of_mark(text, mark, article))]
    return sorted(found, key=lambda mention: mention.place.span)


def _of_mark(text: str, mark: Mark, article: str) -> Mention | None:
    span = _named_part(text, mark)
    if span is None:
        return None
    written = plain_line(span.of(text))
    return Mention(Place(span, mark.id, article), written, written, mark.kind, entity=mark.entity)


def _named_part(text: str, mark: Mark) -> Span | None:
    """Return the part of the mark that is the name: “Ines Okoro” in “Harbour master Ines Okoro”; None for “she”."""
    words = mark.span.of(text)
    if not mark.entity:
        return mark.span
    for part in (mark.entity, mark.entity.rpartition(" ")[2]):
        at = words.casefold().find(part.casefold())
        if at >= 0 and len(part) >= SHORTEST_PART:
            return Span(mark.span.start + at, mark.span.start + at + len(part))
    return None
