"""Documents cut into sentences that are read or annotated, so that what nobody has read is no counter-example."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.interop.report import Report
from annotator.language.article_language import article_language
from annotator.language.sentences import sentences
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import ATTRIBUTES, Document
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.reading import covers
from annotator.model.span import Span
from annotator.translation.messages import N_

IN_MARGIN = "bar"
CUT_FROM = "cut_from"
"""Key of the article's block that tells the article of a sentence, and where in that it begins, in code points."""

PART = N_("it marks a part of the page, not words of a sentence")
APART = N_("its ends are in different sentences")
BESIDE = N_("its evidence, queries, criticism and sign-offs are left out, as they are of the whole article")
KEPT = frozenset({ATTRIBUTES, "language"})


def sentence_entries(entry: Entry, report: Report) -> Iterator[Entry]:
    """Yield an entry for each sentence that is read or annotated; sentences that an annotation joins are one.

    Annotations of parts of the page, and relations from one sentence to another, are left out and reported.
    """
    document = entry.document
    beside = {label.id for label in entry.scheme.labels if label.mark == IN_MARGIN}
    placed = [item for item in document.in_text_order() if item.label not in beside]
    for item in document.annotations.values():
        if item.label in beside:
            report.left_out(entry, item, PART)
    if document.items.keys() - {Annotation, Relation}:
        report.document_altered(entry, BESIDE)
    found = list(_pieces(entry, placed))
    _report_relations(entry, found, report)
    report.documents += len(found) - 1
    for number, (piece, items) in enumerate(found, 1):
        stem, dot, suffix = entry.path.rpartition(".")
        path = f"{stem}-{number:04}.{suffix}" if dot else f"{entry.path}-{number:04}"
        yield replace(entry, path=path, document=_cut(entry, path, piece, items))


def _pieces(entry: Entry, placed: Sequence[Annotation]) -> Iterator[tuple[Span, list[Annotation]]]:
    """Yield the pieces of the text that are read or annotated, each with its annotations."""
    document, units = entry.document, _units(entry, placed)
    starts = [unit.start for unit in units]
    inside: dict[int, list[Annotation]] = {}
    for item in placed:
        inside.setdefault(max(0, bisect_right(starts, item.span.start) - 1), []).append(item)
    for number, unit in enumerate(units):
        items = inside.get(number, [])
        if items or covers(document.read, unit):
            yield unit, items


def _units(entry: Entry, placed: Sequence[Annotation]) -> list[Span]:
    """Return the sentences; those that an annotation crosses, or begins between, are joined with what it has."""
    units: list[Span] = []
    spans = sorted([*sentences(entry.text, language=article_language(entry.document)), *(item.span for item in placed)])
    for span in spans:
        if units and span.start < units[-1].end:
            units[-1] = Span(units[-1].start, max(units[-1].end, span.end))
        else:
            units.append(span)
    return units


def _cut(entry: Entry, path: str, piece: Span, items: Sequence[Annotation]) -> Document:
    whole = entry.document
    kept = {
        item.id: altered(item, span=Span(item.span.start - piece.start, item.span.end - piece.start)) for item in items
    }
    ends = {id: one for id, one in whole.relations.items() if one.source in kept and one.target in kept}
    about = {key: value for key, value in whole.article_extra.items() if key in KEPT}
    read = (Span(0, len(piece)),) if covers(whole.read, piece) else ()
    return Document(
        Article.of(path.rpartition("/")[2], piece.of(entry.text)),
        kept,
        ends,
        status=whole.status,
        read=read,
        annotator=whole.annotator,
        scheme=whole.scheme,
        article_extra={**about, CUT_FROM: {"file": entry.path, "start": piece.start}},
    )


def _report_relations(entry: Entry, found: Sequence[tuple[Span, Sequence[Annotation]]], report: Report) -> None:
    place = {item.id: number for number, (_piece, items) in enumerate(found) for item in items}
    for relation in entry.document.relations.values():
        if not _is_within(relation, place):
            report.left_out(entry, relation, APART)


def _is_within(relation: Relation, place: dict[str, int]) -> bool:
    return relation.source in place and place[relation.source] == place.get(relation.target)
