"""Selection of the documents and annotations to export; what is left out is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace

from annotator.interop.format import (
    ARTICLE,
    ATTRIBUTES,
    CHECKS,
    COMMENTS,
    DECISIONS,
    EVERYTHING,
    EVIDENCE,
    EXTRA,
    IDS,
    NOTES,
    ORIGIN,
    QUERIES,
    READ,
    RELATION_FACTS,
    RELATIONS,
    SIGNATURES,
    STATUS,
    TICKS,
    TIMES,
    UNCONFIRMED,
)
from annotator.interop.options import Options
from annotator.interop.outgoing.read_sentences import sentence_entries
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation
from annotator.model.document import NEW, Document
from annotator.model.entry import Entry
from annotator.model.items import Item
from annotator.model.kinds.checked_names import CheckedName
from annotator.model.kinds.comments import Comment
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.decisions import Decision
from annotator.model.kinds.dismissals import Dismissal
from annotator.model.kinds.evidence import Evidence
from annotator.model.kinds.queries import Query
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.kinds.table import FURTHER_KINDS
from annotator.storage.files.file_error import Problem
from annotator.translation.messages import N_

KINDS_OF_BOOKKEEPING: dict[str, set[type[Item]]] = {
    TICKS: {CheckedName, Dismissal},
    SIGNATURES: {SignOff},
    DECISIONS: {Decision},
}
UNSETTLED = N_("its article has changed, and its new place is not settled")
MISPLACED = N_("its quoted words are not at its position")
DANGLING = N_("an annotation that it joins is left out")
CONFIDENTIAL = N_("evidence that is confidential is left out")


def offered(
    entries: Iterable[Entry | Problem],
    carries: frozenset[str],
    options: Options,
    report: Report,
    passed: Callable[[str], None],
) -> Iterator[Entry]:
    """Yield the chosen entries and report Problems. ``passed`` is called with each path before its entry is yielded."""
    for entry in entries:
        if isinstance(entry, Problem):
            report.problems.append(entry)
        elif _is_chosen(entry.document, options):
            passed(entry.path)
            report.offered(entry)
            chosen = _selected(entry, options, report)
            if not carries >= EVERYTHING:
                _report_not_carried(chosen, carries, report)
            divided = replace(chosen, split=options.splits.get(entry.path, "")) if options.splits else chosen
            yield from sentence_entries(divided, report) if options.read_sentences else (divided,)


def _is_chosen(document: Document, options: Options) -> bool:
    if options.statuses and document.status.value not in options.statuses:
        return False
    return not options.annotators or document.annotator in options.annotators


def _selected(entry: Entry, options: Options, report: Report) -> Entry:
    """Return the entry with the placed annotations of the chosen labels and the relations among them."""
    document = entry.document
    kept: dict[str, Annotation] = {}
    for item in document.annotations.values():
        if options.labels and item.label not in options.labels:
            report.annotations -= 1  # excluded by the options, hence no loss
        elif item.displaced:
            report.left_out(entry, item, UNSETTLED if item.displaced.verdict or item.displaced.sha256 else MISPLACED)
        else:
            kept[item.id] = item
    relations = {}
    for relation in document.relations.values():
        if relation.source in kept and relation.target in kept:
            relations[relation.id] = relation
        elif _was_chosen(document, relation.source, options) and _was_chosen(document, relation.target, options):
            report.left_out(entry, relation, DANGLING)
        else:
            report.relations -= 1
    chosen = document
    if len(kept) < len(document.annotations) or len(relations) < len(document.relations):
        chosen = document.with_items(Annotation, kept).with_items(Relation, relations)
    chosen = _with_further(chosen, document.annotations.keys() - kept.keys(), entry, report)
    return entry if chosen is document else replace(entry, document=chosen)


def _with_further(document: Document, gone: Set[str], entry: Entry, report: Report) -> Document:
    """Return the document without confidential evidence, and without references to annotations that are ``gone``."""
    open_ones = {id: item for id, item in document.of(Evidence).items() if not item.confidential}
    if len(open_ones) < len(document.of(Evidence)):
        report.document_altered(entry, CONFIDENTIAL)
        document = document.with_items(Evidence, open_ones)
    for kind in FURTHER_KINDS if gone else ():
        items = document.of(kind.item)
        if referring := kind.all_referring(items.values(), set(gone)):
            left = {item.id: kind.without(item, gone) for item in referring}
            kept = {id: left.get(id, item) for id, item in items.items()}
            document = document.with_items(kind.item, {id: item for id, item in kept.items() if item is not None})
    return document


def _was_chosen(document: Document, id: str, options: Options) -> bool:
    item = document.annotations.get(id)
    return item is None or not options.labels or item.label in options.labels


def _lost_of(item: Annotation, carries: frozenset[str]) -> Iterator[str]:
    """Yield the reasons why the annotation is not written as a whole."""
    if item.attributes and ATTRIBUTES not in carries:
        yield N_("its attributes are left out")
    if item.note and NOTES not in carries:
        yield N_("its note is left out")
    if (item.state or item.wording) and CHECKS not in carries:
        yield N_("its state of check and proposed wording are left out")


def _further_lost(document: Document, carries: frozenset[str]) -> Iterator[str]:
    """Yield what is left out of the items of further kinds that a person entered."""
    if document.of(Evidence) and EVIDENCE not in carries:
        yield N_("its evidence is left out")
    if QUERIES not in carries and document.items.keys() & {Query, Criticism}:
        yield N_("its queries to the author and criticism are left out")
    if COMMENTS not in carries and document.of(Comment):
        yield N_("its comments are left out")


def _report_not_carried(entry: Entry, carries: frozenset[str], report: Report) -> None:
    document = entry.document
    for item in document.annotations.values():
        for why in _lost_of(item, carries):
            report.altered(entry, item, why)
    for why in _further_lost(document, carries):
        report.document_altered(entry, why)
    if RELATIONS not in carries:
        for relation in document.relations.values():
            report.left_out(entry, relation, N_("the format has no relations"))
    elif RELATION_FACTS not in carries:
        for relation in document.relations.values():
            if relation.attributes or relation.note:
                report.altered(entry, relation, N_("its attributes and its note are left out"))
    if STATUS not in carries and document.status.value != NEW:
        report.not_carried.add(STATUS)
    report.not_carried.update(part for part in _bookkeeping(document) if part not in carries)


def _bookkeeping(document: Document) -> Iterator[str]:
    items = document.annotations.values()
    if items:
        yield IDS
    if document.read:
        yield READ
    if document.article_extra:
        yield ARTICLE
    if any(item.origin for item in items):
        yield ORIGIN
    if any(item.created or item.modified for item in items):
        yield TIMES
    if any(item.by_rule for item in items):
        yield UNCONFIRMED
    yield from (name for name, kinds in KINDS_OF_BOOKKEEPING.items() if document.items.keys() & kinds)
    if document.extra or any(item.extra for item in items):
        yield EXTRA


def has_other_keys(entry: Entry, key: str) -> bool:
    """Return whether the document or its items have unknown keys other than that one, which the format carries."""
    document = entry.document
    items = [item.extra for item in document.annotations.values()]
    links = [link.extra for link in document.relations.values()]
    return any({*extra} - {key} for extra in (document.extra, *items, *links))
