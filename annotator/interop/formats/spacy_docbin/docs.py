"""Conversion of documents to spaCy Docs, with the blank tokenizer's tokens split at annotation boundaries."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from math import isfinite
from typing import Any

from annotator.interop.options import Options
from annotator.interop.outgoing.document_labels import scores
from annotator.interop.outgoing.records import document_record
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Value
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.translation.messages import N_

KEY = "annotator"
"""Key in ``doc.user_data`` of the whole document without its text, in the structure of the JSON lines format."""

SPANS_KEY = "sc"
"""Default span group of spaCy's span categorizer."""

LANGUAGE = "xx"
INEXACT = N_("one of its numbers has more digits than spaCy's file can hold")


class SpacyDocs:
    """Make Docs with the module ``spacy``. Its vocabulary grows with each, so use a new instance now and then."""

    def __init__(self, spacy: Any) -> None:
        self._tokens = spacy.tokens
        self._nlp = spacy.blank(LANGUAGE)

    def doc(self, entry: Entry, report: Report) -> Any:
        """Return the Doc: all annotations in one span group, and those without overlap as entities too.

        Labels of the whole document are categories.

        Where annotations overlap, the entity annotation is set to missing, because it is not known that there is none.
        """
        words, spaces = zip(*self._words(entry), strict=True) if entry.text else ((), ())
        doc = self._tokens.Doc(self._nlp.vocab, words=words, spaces=spaces)
        starts = [token.idx for token in doc]
        spans = {item.id: self._span(doc, starts, item.span, item.label, item.id) for item in entry.annotations}
        doc.spans[SPANS_KEY] = [*spans.values()]
        alone, crowds = split_overlaps(entry.annotations)
        doc.set_ents([spans[item.id] for item in alone], missing=[self._span(doc, starts, span) for span in crowds])
        doc.cats = scores(entry)
        doc.user_data[KEY] = packed(document_record(entry, Options(with_text=False)))
        _report_inexact(entry, report)
        return doc

    def _span(self, doc: Any, starts: list[int], span: Span, label: str = "", id: str = "") -> Any:
        first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return self._tokens.Span(doc, first, end, label=label, span_id=id)

    def _words(self, entry: Entry) -> Iterator[tuple[str, bool]]:
        """Yield the tokens, each with whether it is followed by a space that is not a token."""
        text = entry.text
        starts = {item.span.start for item in entry.annotations}
        ends = {item.span.end for item in entry.annotations}
        borders = sorted(starts | ends)
        for token in self._nlp.tokenizer(text):
            start, end = token.idx, token.idx + len(token)
            inner = borders[bisect_left(borders, start + 1) : bisect_left(borders, end)]
            *firsts, last = [text[one:two] for one, two in pairwise((start, *inner, end))]
            yield from ((word, False) for word in firsts)
            has_blank = bool(token.whitespace_)
            stands_alone = has_blank and (end in starts or end + 1 in ends)
            yield last, has_blank and not stands_alone
            if stands_alone:
                yield " ", False


def split_overlaps(items: Iterable[Annotation]) -> tuple[list[Annotation], list[Span]]:
    """Split annotations, given in text order, into those without overlap and the ranges covered by the others."""
    alone: list[Annotation] = []
    crowds: list[Span] = []
    crowd: list[Annotation] = []
    end = 0
    for item in [*items, None]:
        if crowd and (item is None or item.span.start >= end):
            if len(crowd) == 1:
                alone += crowd
            else:
                crowds.append(Span(crowd[0].span.start, end))
            crowd = []
        if item is not None:
            end = max(end, item.span.end) if crowd else item.span.end
            crowd.append(item)
    return alone, crowds


def packed(value: Any) -> Any:
    """Return the value with only types that MessagePack supports."""
    if isinstance(value, Decimal):
        return float(value) if isfinite(float(value)) else str(value)
    if isinstance(value, Mapping):
        return {key: packed(item) for key, item in value.items()}
    return [packed(item) for item in value] if isinstance(value, list | tuple) else value


def _report_inexact(entry: Entry, report: Report) -> None:
    for item in entry.annotations:
        if not _is_exact([*item.attributes.values(), *item.extra.values()]):
            report.altered(entry, item, INEXACT)
    for link in entry.relations:
        if not _is_exact([*link.attributes.values(), *link.extra.values()]):
            report.altered(entry, link, INEXACT)
    if not _is_exact([*entry.document.extra.values(), *entry.document.article_extra.values()]):
        report.document_altered(entry, INEXACT)


def _is_exact(value: Value) -> bool:
    if isinstance(value, Decimal):
        return isfinite(float(value)) and Decimal(repr(float(value))) == value
    if isinstance(value, dict):
        return all(map(_is_exact, value.values()))
    return not isinstance(value, list) or all(map(_is_exact, value))
