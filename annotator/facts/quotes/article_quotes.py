"""Quotes of an article: words that it sets between quotation marks, as words of somebody else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set
from dataclasses import dataclass

from annotator.facts.names.marks import SAYING
from annotator.facts.quotes.quotation_marks import quoted_spans
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.model.span import Span

FORM = "form"
"""Attribute by which a label is one of quotes."""

NO_QUOTE = frozenset({"title", "indirect"})
"""Forms that are nobody's words: the title of a work, and speech that is told without quotation marks."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else. ``span`` is without the quotation marks; ``id`` is that of the annotation they are in.

    ``claims`` are the ids of the claims that overlap them, or that a relation joins to that annotation.
    """

    id: str
    span: Span
    words: str
    claims: tuple[str, ...] = ()


def quotes_of(document: Document, scheme: Scheme) -> list[Quote]:
    """Return the quotes in text order, each stretch of words once.

    Those are the annotations of labels with an attribute “form”, or the parts of them between quotation marks, and
    what stands between quotation marks within a claim: an annotation whose relations of saying lead to a source.
    """
    placed = [annotation for annotation in document.in_text_order() if not annotation.displaced]
    text, claims = document.article.text, _claims(placed, scheme)
    labels = {label.id for label in scheme.labels if any(rule.id == FORM for rule in label.attributes)}
    quotes = [annotation for annotation in placed if annotation.label in labels]
    found: dict[Span, str] = {}
    for annotation in quotes:
        if annotation.attributes.get(FORM) not in NO_QUOTE:
            found |= dict.fromkeys(_spans(text, annotation), annotation.id)
    for claim in claims:
        for span in quoted_spans(text, claim.span.start, claim.span.end):
            if not any(span.overlaps(annotation.span) for annotation in quotes):
                found.setdefault(span, claim.id)
    joined = _joined(document, {it.id for it in quotes}, {it.id for it in claims})
    return [_quote(text, id, span, claims, joined.get(id, ())) for span, id in sorted(found.items())]


def _claims(placed: list[Annotation], scheme: Scheme) -> list[Annotation]:
    labels = {rule.source for rule in scheme.relations if not SAYING.isdisjoint(rule.id.split("_"))}
    return [annotation for annotation in placed if annotation.label in labels]


def _spans(text: str, annotation: Annotation) -> Iterator[Span]:
    """Yield the parts between quotation marks, also where the marks are beside the annotation; else all of it."""
    span = annotation.span
    inside = [*quoted_spans(text, span.start, span.end)]
    yield from inside or [span]


def _joined(document: Document, quotes: Set[str], claims: Set[str]) -> dict[str, set[str]]:
    """Return by the ids of quotes those of the claims that they have a relation with, in either direction."""
    found: dict[str, set[str]] = {}
    for relation in document.relations.values():
        for one, other in ((relation.source, relation.target), (relation.target, relation.source)):
            if one in quotes and other in claims:
                found.setdefault(one, set()).add(other)
    return found


def _quote(text: str, id: str, span: Span, claims: list[Annotation], joined: Collection[str]) -> Quote:
    over = tuple(claim.id for claim in claims if claim.id in joined or claim.span.overlaps(span))
    return Quote(id, span, span.of(text), over)
