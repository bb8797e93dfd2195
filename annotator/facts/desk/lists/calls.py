"""The call sheet: which sources are to be called about which open facts, without what is quoted of them.

What somebody is quoted with is not read out to them: they are asked for the facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotator.facts.desk.lists.desk_fact import DeskFact, DeskFacts
from annotator.facts.desk.lists.rows import CallRow
from annotator.facts.desk.lists.without_quotes import (
    quotes_around,
    sentence_without_quotes,
    words_without_quotes,
)
from annotator.facts.figures.claims import Claims
from annotator.facts.figures.figure_attributes import text_in
from annotator.facts.figures.rows import figure_labels
from annotator.facts.names.marks import SAYING
from annotator.facts.quotes.article_quotes import quotes_of
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.model.span import Span

ENTITY = "entity"
"""Attribute with the name of a source."""


def calls_of(document: Document, scheme: Scheme, facts: DeskFacts, article: str = "") -> Iterator[CallRow]:
    """Yield a row for each source of each open fact, in the order of the text."""
    waiting = [fact for fact in facts.facts if fact.reasons]
    sources = sources_of_facts(document) if waiting else {}
    waiting = [fact for fact in waiting if fact.id in sources]
    if not waiting:
        return
    quotes, figures = _quotes(document, scheme), _figures(document, scheme)
    for fact in waiting:
        said = _said(document, fact, quotes.get(fact.id, ()))
        for source in sources[fact.id]:
            name, about = source_name(document, source), tuple(figures.get(fact.id, ()))
            yield CallRow(name, source.id, fact, said, about, article, document.annotator)


def calls_by_source(rows: Iterable[CallRow]) -> list[tuple[str, list[CallRow]]]:
    """Return the rows grouped by the name of the source, whatever its capitals, in the order of their first rows."""
    groups: dict[str, tuple[str, list[CallRow]]] = {}
    for row in rows:
        groups.setdefault(row.source.casefold(), (row.source, []))[1].append(row)
    return [*groups.values()]


def sources_of_facts(document: Document) -> Mapping[str, list[Annotation]]:
    """Return the sources of each annotation by its id: where its relations of saying lead, in the order of the text."""
    found = defaultdict[str, list[Annotation]](list)
    for relation in document.relations.values():
        source = document.annotations.get(relation.target)
        if source and not SAYING.isdisjoint(relation.type.split("_")) and source not in found[relation.source]:
            found[relation.source].append(source)
    for sources in found.values():
        sources.sort(key=lambda one: one.position)
    return found


def source_name(document: Document, source: Annotation) -> str:
    """Return the name of a source on one line: that of its attribute ``entity``, else its words."""
    return plain_line(text_in(source.attributes.get(ENTITY)) or document.words(source))


def _said(document: Document, fact: DeskFact, quotes: Sequence[Span]) -> str:
    text, span = _around(document, fact)
    spans = {*quotes, *quotes_around(text, span)}
    if fact.in_full:
        return " ".join(sentence_without_quotes(fact.in_full, (one.of(text) for one in spans)).split())
    return " ".join(words_without_quotes(text, span, spans).split())


def _around(document: Document, fact: DeskFact) -> tuple[str, Span]:
    """Return the text that the fact is in and its span there; that of a displaced one is what the file quotes."""
    excerpt = document.annotations[fact.id].displaced
    if excerpt is None:
        return document.article.text, fact.span
    start = len(excerpt.before)
    return f"{excerpt.before}{excerpt.text}{excerpt.after}", Span(start, start + max(1, len(excerpt.text)))


def _quotes(document: Document, scheme: Scheme) -> Mapping[str, list[Span]]:
    """Return the spans of the quotes that each claim has, by its id."""
    found = defaultdict[str, list[Span]](list)
    for quote in quotes_of(document, scheme):
        for id in quote.claims:
            found[id].append(quote.span)
    return found


def _figures(document: Document, scheme: Scheme) -> Mapping[str, list[str]]:
    """Return the words of the figures of each claim, by its id."""
    found = defaultdict[str, list[str]](list)
    claims, labels = Claims(document, scheme), figure_labels(scheme)
    for figure in document.in_text_order():
        if figure.label in labels and (claim := claims.of(figure)):
            found[claim.id].append(plain_line(document.words(figure)))
    return found
