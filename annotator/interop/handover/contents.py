"""Contents of a hand-over, gathered from a document: a pure function."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from annotator.facts.desk.fact_numbers import fact_numbers
from annotator.facts.desk.rounds import in_order
from annotator.facts.desk.standing import standing
from annotator.facts.figures.figure_attributes import text_in
from annotator.facts.figures.rows import language_of
from annotator.interop.handover.choices import Choices
from annotator.interop.handover.content import (
    HandedArticle,
    HandedCriticism,
    HandedFact,
    HandedQuery,
    HandOver,
    LegendLine,
    Mark,
    Signature,
)
from annotator.interop.handover.fact_parts import FactParts
from annotator.interop.handover.pieces import Pieces
from annotator.language.annotator_names import annotator_name, annotator_of, people_of
from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line, runs_leftwards
from annotator.language.values.numbers import ENGLISH, Separators
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme import Scheme

UNKNOWN_COLOUR, UNKNOWN_STYLE = "#8A8A8A", "line"
"""Look of labels that the scheme lacks."""
HEADLINE = "headline"


def contents_of(
    document: Document,
    scheme: Scheme,
    choices: Choices,
    *,
    separators: Separators = ENGLISH,
    charts: Sequence[str] = (),
) -> HandOver:
    """Return all that is handed over of the document by these choices; what is confidential never is.

    ``separators`` are those of numbers in the language in use; ``charts`` are SVG texts of the program's own.
    """
    numbers = fact_numbers(document, scheme)
    pieces = Pieces(document, numbers, choices)
    facts = _facts(document, numbers, choices, FactParts(document, scheme, separators, pieces))
    handed = frozenset(fact.id for fact in facts)
    marks = tuple(_marks(document, scheme, choices, numbers, handed))
    return HandOver(
        _article(document, scheme),
        marks,
        facts,
        pieces.of(handed),
        _queries(document, numbers, handed) if choices.queries else (),
        _criticism(document, numbers, handed),
        _signatures(document, scheme, numbers),
        _legend(marks, scheme),
        annotator_of(document) if document.annotator else "",
        plain_line(scheme.name),
        pieces.confidential_of(handed),
        tuple(charts),
        choices.url,
        tuple(people_of(document)),
    )


def is_placed(document: Document, annotation: Annotation) -> bool:
    """Tell whether the annotation's words stand at its span in the text."""
    return not annotation.displaced and annotation.span.end <= len(document.article.text)


def _article(document: Document, scheme: Scheme) -> HandedArticle:
    article, about = document.article, {**document.article_extra, **document.article_attributes}
    told = {name: plain_line(text_in(about.get(name))) for name in ("title", "outlet", "byline", "published")}
    return HandedArticle(
        article.name,
        article.text,
        article.sha256,
        told["title"] or _headline(document, scheme) or article.name,
        told["outlet"],
        told["byline"],
        told["published"],
        text_in(about.get("link")),
        language_of(document),
        runs_leftwards(article.text),
    )


def _headline(document: Document, scheme: Scheme) -> str:
    """Return the words of the first part of the page that is the headline; empty where none is marked."""
    parts = {label.id for label in scheme.labels if any(rule.id == "role" for rule in label.attributes)}
    for one in document.in_text_order():
        if one.label in parts and one.attributes.get("role") == HEADLINE and is_placed(document, one):
            return plain_line(document.words(one))
    return ""


def _facts(
    document: Document, numbers: Mapping[str, int], choices: Choices, parts: FactParts
) -> tuple[HandedFact, ...]:
    facts = [document.annotations[id] for id in numbers]
    made = [
        parts.fact(one, numbers[one.id], placed=is_placed(document, one), notes=choices.notes)
        for one in facts
        if choices.takes_fact(one)
    ]
    return tuple(sorted(made, key=lambda fact: not fact.placed))


def _marks(
    document: Document, scheme: Scheme, choices: Choices, numbers: Mapping[str, int], handed: frozenset[str]
) -> Iterable[Mark]:
    looks = {label.id: (label.mark, label.colour) for label in scheme.labels}
    for one in document.in_text_order():
        is_wanted = one.id in handed if one.id in numbers else choices.takes_label(one.label)
        if is_wanted and is_placed(document, one):
            style, colour = looks.get(one.label, (UNKNOWN_STYLE, UNKNOWN_COLOUR))
            yield Mark(one.id, one.span, one.label, style, colour, numbers.get(one.id, 0))


def _legend(marks: Iterable[Mark], scheme: Scheme) -> tuple[LegendLine, ...]:
    counts = Counter((mark.label, mark.style, mark.colour) for mark in marks)
    order = {label.id: at for at, label in enumerate(scheme.labels)}
    lines = (
        LegendLine(label, label_name(scheme, label), style, colour, count)
        for (label, style, colour), count in counts.items()
    )
    return tuple(sorted(lines, key=lambda line: (order.get(line.label, len(order)), line.label)))


def _queries(document: Document, numbers: Mapping[str, int], handed: frozenset[str]) -> tuple[HandedQuery, ...]:
    found = [
        HandedQuery(
            numbers.get(one.about, 0), one.text, one.by and annotator_name(one.by), one.asked, one.answer, one.answered
        )
        for one in sorted(document.of(Query).values(), key=lambda one: (one.asked, one.id))
        if not one.about or one.about in handed or one.about not in numbers
    ]
    return tuple(sorted(found, key=lambda query: query.number))


def _criticism(document: Document, numbers: Mapping[str, int], handed: frozenset[str]) -> tuple[HandedCriticism, ...]:
    annotations = document.annotations
    return tuple(
        HandedCriticism(
            tuple(sorted(numbers[id] for id in one.of if id in numbers)),
            one.against,
            one.put,
            one.answer,
            tuple(plain_line(document.words(annotations[id])) for id in one.answered_in if id in annotations),
        )
        for one in sorted(document.of(Criticism).values(), key=lambda one: (one.put, one.id))
        if not one.of or not handed.isdisjoint(one.of)
    )


def _signatures(document: Document, scheme: Scheme, numbers: Mapping[str, int]) -> tuple[Signature, ...]:
    now = standing(document, scheme)
    again = {item.id: now.reopened for item in now.sign_offs}
    return tuple(
        Signature(
            one.by,
            one.at,
            one.round,
            one.sha256,
            one.sha256 == document.article.sha256,
            tuple(sorted((numbers.get(id, 0), text_in(why)) for id, why in one.exceptions.items())),
            tuple(sorted(numbers[id] for id in again.get(one.id, one.reopened) if id in numbers)),
        )
        for one in in_order(document.of(SignOff).values())
    )
