"""What a user can do to a document, as pure functions that return a change."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.document import IN_WORK, NEW, Document, Status
from annotator.model.span import Span


class DuplicateAnnotationError(Exception):
    """The label is on that very span already; ``existing`` carries it."""

    def __init__(self, existing: Annotation) -> None:
        super().__init__(existing.id)
        self.existing = existing


def annotate(
    document: Document, span: Span, label: str, *, id: str, now: str, among: Iterable[Annotation] | None = None
) -> Change:
    """Put ``label`` on ``span``. Raises DuplicateAnnotationError; ValueError where the article ends before the span.

    A caller that knows which annotations lie at the span names them in ``among``, which saves looking through all.
    """
    _check(document, span)
    _refuse_duplicate(document.annotations.values() if among is None else among, span, label)
    annotation = Annotation(id, label, span, created=now, modified=now)
    return Change(added=(annotation,)) + _begun(document)


def move(document: Document, id: str, span: Span, *, now: str) -> Change:
    """Give the annotation another span. Raises DuplicateAnnotationError; ValueError past the end of the article."""
    _check(document, span)
    before = document.annotations[id]
    if before.span == span and before.displaced is None:
        return Change()
    others = (other for other in document.annotations.values() if other.id != id)
    _refuse_duplicate(others, span, before.label)
    return _altered(before, replace(before, span=span, displaced=None, modified=now)) + _begun(document)


def relabel(document: Document, ids: Collection[str], label: str, *, now: str) -> Change:
    """Give the annotations another label; where that label is on the same span already, the annotation stays as it is.

    Raises DuplicateAnnotationError where none is left to relabel and a duplicate is the reason.
    """
    taken = {other.span: other for other in document.annotations.values() if other.label == label}
    change, duplicate = Change(), None
    for before in (document.annotations[id] for id in ids):
        if before.label == label:
            continue
        if existing := taken.get(before.span):
            duplicate = existing
            continue
        taken[before.span] = before
        change += _altered(before, replace(before, label=label, modified=now))
    if duplicate and not change:
        raise DuplicateAnnotationError(duplicate)
    return change + _begun(document) if change else change


def remove(document: Document, ids: Collection[str]) -> Change:
    """Take the annotations out, and the relations that would dangle."""
    dangling = (r for r in document.relations.values() if r.source in ids or r.target in ids)
    removed = tuple(document.annotations[id] for id in ids)
    return Change(removed=(*removed, *dangling)) + _begun(document) if removed else Change()


def set_note(document: Document, id: str, note: str, *, now: str) -> Change:
    """Write the annotation's note; an empty one takes it away. Raises ValueError for a lone surrogate."""
    note.encode()
    before = document.annotations[id]
    if before.note == note:
        return Change()
    return _altered(before, replace(before, note=note, modified=now)) + _begun(document)


def set_status(document: Document, status: str) -> Change:
    """Say how far the annotator has come."""
    if document.status.value == status:
        return Change()
    return Change((document.status,), (Status(status),))


def _check(document: Document, span: Span) -> None:
    if span.end > len(document.article.text):
        raise ValueError(f"{document.article.name} has {len(document.article.text)} characters, no {span.end}")


def _refuse_duplicate(among: Iterable[Annotation], span: Span, label: str) -> None:
    for other in among:
        if other.label == label and other.span == span:
            raise DuplicateAnnotationError(other)


def _altered(before: Annotation, after: Annotation) -> Change:
    return Change((before,), (after,))


def _begun(document: Document) -> Change:
    return set_status(document, IN_WORK) if document.status.value == NEW else Change()
