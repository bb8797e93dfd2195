"""Rows of the table of figures: what each figure of a document says, and the claim and the source it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from msgspec import Struct

from annotator.facts.figures.amount_words import Amount
from annotator.facts.figures.claims import Claims
from annotator.facts.figures.figure_attributes import HIGH, LOW, NUMBERS, VALUE, number_in, text_in
from annotator.language.article_language import article_language
from annotator.language.figures.likely_language import likely_language
from annotator.language.figures.reading import read_figure
from annotator.language.sentences import sentences
from annotator.model.annotation import Annotation, Value
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.model.span import Span

NUMBER = "number"
TEXTS = ("modifier", "kind", "counted", "people", "place", "as_of")
Told: TypeAlias = tuple[Mapping[str, Value], tuple[str, ...]]
"""Attributes, and the names of those by rule."""
AROUND = 200
"""Code points to either side of a figure by which its words are read."""


class FigureRow(Struct, frozen=True):
    """A figure of an article: ``words`` at ``span``, in code points, and its attributes; texts are empty for none.

    ``article`` is the path of the article in its folder, empty for the article that is open; ``annotator`` whose
    document it is. ``claim`` are the words of the claim that it is a number of, ``source`` those of who says it;
    ``claim_id`` and ``source_id`` are their ids, ``voice`` is that of the claim. ``sentence`` counts from 1; it is 0
    for a figure that is displaced. ``by_rule`` names the attributes that no person has confirmed
    yet; those of a figure without numbers are read from its words.
    """

    id: str
    span: Span
    words: str
    article: str = ""
    annotator: str = ""
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: str = ""
    kind: str = ""
    unit: str = ""
    counted: str = ""
    people: str = ""
    place: str = ""
    as_of: str = ""
    claim: str = ""
    claim_id: str = ""
    source: str = ""
    source_id: str = ""
    voice: str = ""
    sentence: int = 0
    by_rule: tuple[str, ...] = ()

    @property
    def amount(self) -> Amount:
        """Numbers of the figure with its kind."""
        return Amount(self.value, self.low, self.high, self.kind)


def figure_labels(scheme: Scheme) -> frozenset[str]:
    """Return the ids of the labels of figures: those with an attribute ``value`` of the type number."""
    return frozenset(
        label.id
        for label in scheme.labels
        if any(rule.id == VALUE and rule.type == NUMBER for rule in label.attributes)
    )


def figure_rows(document: Document, scheme: Scheme, article: str = "") -> list[FigureRow]:
    """Return a row for each figure of the document, in the order of the text."""
    labels = figure_labels(scheme)
    figures = [one for one in document.in_text_order() if one.label in labels]
    if not figures:
        return []
    claims, starts, language = Claims(document, scheme), _sentence_starts(document), language_of(document)
    return [_row(document, figure, article, _said(document, figure, language), claims, starts) for figure in figures]


def row_of(document: Document, figure: Annotation, language: str) -> FigureRow:
    """Return the row of one figure without its claim, its source and its sentence; ``language`` as in language_of."""
    said, by_rule = _said(document, figure, language)
    return FigureRow(figure.id, figure.span, document.words(figure), **_values(said), by_rule=by_rule)


def language_of(document: Document) -> str:
    """Return the code of the article's language: the one that is told, else the likely one; empty for none."""
    return article_language(document) or likely_language(document.article.text)


def _sentence_starts(document: Document) -> Sequence[int]:
    return [one.start for one in sentences(document.article.text, language=article_language(document))]


def _row(
    document: Document, figure: Annotation, article: str, told: Told, claims: Claims, starts: Sequence[int]
) -> FigureRow:
    (said, by_rule), claim = told, claims.of(figure)
    source = claims.source_of(claim)
    return FigureRow(
        figure.id,
        figure.span,
        document.words(figure),
        article,
        document.annotator,
        **_values(said),
        claim=document.words(claim) if claim else "",
        claim_id=claim.id if claim else "",
        source=document.words(source) if source else "",
        source_id=source.id if source else "",
        voice=text_in(claim.attributes.get("voice")) if claim else "",
        sentence=0 if figure.displaced else bisect_right(starts, figure.span.start),
        by_rule=by_rule,
    )


def _values(said: Mapping[str, Value]) -> dict[str, Any]:
    """Return the fields of a row that attributes give."""
    numbers = {name: number_in(said[name]) for name in NUMBERS if name in said}
    texts = {name: text_in(said[name]) for name in TEXTS if name in said}
    return {**numbers, **texts, "unit": text_in(said.get("unit")) or text_in(said.get("currency"))}


def _said(document: Document, figure: Annotation, language: str) -> Told:
    """Return the figure's attributes, and the names of those by rule; what nobody has filled is read from the words."""
    said = figure.attributes
    if figure.displaced or any(name in said for name in NUMBERS):
        return said, figure.by_rule
    read = _read(document, figure, language)
    return {**read, **said}, (*figure.by_rule, *(name for name in read if name not in said))


def _read(document: Document, figure: Annotation, language: str) -> dict[str, Value]:
    start, end = figure.span.start, figure.span.end
    text, first = document.article.text, max(0, start - AROUND)  # slices of a long text for each figure would take long
    around = text[first : end + AROUND]
    reading = read_figure(around, start - first, end - first, language)
    if reading is None:
        return {}
    read: dict[str, Value] = {VALUE: reading.value, LOW: reading.low, HIGH: reading.high, "modifier": reading.modifier}
    read |= {"kind": reading.kind, "unit": reading.unit or reading.currency, "counted": reading.counted}
    return {name: value for name, value in read.items() if value not in (None, "")}
