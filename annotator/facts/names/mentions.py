"""Mentions of names in a document: those that are marked, and those that the running text tells by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.facts.finding import Place
from annotator.facts.names.dates import WrittenDate
from annotator.facts.names.marks import Mark, marks_of
from annotator.facts.names.mention import UNKNOWN, Mention
from annotator.facts.names.name_words import NameWords
from annotator.facts.names.written_names import written_dates, written_names
from annotator.language.plain_line import plain_line
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.scheme import Scheme
from annotator.model.span import Span

SHORTEST_PART = 3
"""Letters that the last word of a filed name needs to be looked for in what is marked."""


def mentions_of(
    document: Document, scheme: Scheme, known: NameWords | None, dates: Sequence[WrittenDate], article: str = ""
) -> list[Mention]:
    """Return the mentions in text order; without the words of the language only those that are marked."""
    text = document.article.text
    found = [*written_names(text, known, dates, article)] if known else []
    for mark in marks_of(document, scheme):
        found = _with_mark(text, found, mark, article, capitals=known is not None)
    return sorted([*found, *written_dates(text, dates, article)], key=lambda mention: mention.place.span)


def _with_mark(text: str, found: list[Mention], mark: Mark, article: str, *, capitals: bool) -> list[Mention]:
    """Return the mentions with what the mark says of the one in it, or with one of its own."""
    inside = [mention for mention in found if mark.span.overlaps(mention.place.span) and not mention.place.id]
    chosen = _named_by(inside, mark)
    if chosen:
        told = replace(chosen, kind=_kind(mark, chosen), entity=mark.entity, place=altered(chosen.place, id=mark.id))
        return [told if mention is chosen else mention for mention in found]
    span = _named_part(text, mark)
    if span is None or inside or not (mark.entity or mark.sure or not capitals):
        return found
    return [*found, Mention(Place(span, mark.id, article), plain_line(span.of(text)), mark.kind, entity=mark.entity)]


def _named_by(inside: Sequence[Mention], mark: Mark) -> Mention | None:
    """Return the mention that the mark names: the one of its entity, or the only one where it has none."""
    if not mark.entity:
        return inside[0] if len(inside) == 1 else None
    entity = {word.casefold() for word in mark.entity.split()}
    alike = [mention for mention in inside if entity.intersection(word.casefold() for word in mention.words)]
    return max(alike, key=lambda mention: len(mention.words), default=None)


def _kind(mark: Mark, mention: Mention) -> str:
    return mention.kind if mark.kind == UNKNOWN else mark.kind


def _named_part(text: str, mark: Mark) -> Span | None:
    """Return the part of the mark that is the name: “Ines Okoro” in “Harbour master Ines Okoro”; None for “she”."""
    words = mark.span.of(text)
    if not mark.entity:
        return mark.span
    for part in (mark.entity, mark.entity.rpartition(" ")[2]):
        at = words.find(part) if part[:1].isupper() else words.casefold().find(part.casefold())
        if at >= 0 and len(part) >= SHORTEST_PART:
            return Span(mark.span.start + at, mark.span.start + at + len(part))
    return None
