"""Edits of a document by its annotator, as pure functions that return a change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.dangling import without
from annotator.model.document import IN_WORK, NEW, Document, Status
from annotator.model.items import altered
from annotator.model.span import Span


class DuplicateAnnotationError(Exception):
    """The same span already has an annotation with this label: ``existing``."""

    def __init__(self, existing: Annotation) -> None:
        super().__init__(existing.id)
        self.existing = existing


def annotate(
    document: Document, span: Span, label: str, *, id: str, now: str, among: Iterable[Annotation] | None = None
) -> Change:
    """Add an annotation with ``label`` at ``span``.

    Raises DuplicateAnnotationError where the span has this label already, and ValueError where it ends past the
    article. ``among`` names the annotations at the span if the caller knows them, which saves a search through all.
    """
    _check(document, span)
    _refuse_duplicate(document.annotations.values() if among is None else among, span, label)
    annotation = Annotation(id, label, span, created=now, modified=now)
    return Change(added=(annotation,)) + begun(document)


def move(document: Document, id: str, span: Span, *, now: str) -> Change:
    """Give the annotation another span.

    Raises DuplicateAnnotationError where the span has this label already, and ValueError where it ends past the
    article.
    """
    _check(document, span)
    before = document.annotations[id]
    if before.span == span and before.displaced is None:
        return Change()
    others = (other for other in document.annotations.values() if other.id != id)
    _refuse_duplicate(others, span, before.label)
    return _altered(before, altered(before, span=span, displaced=None, modified=now)) + begun(document)


def relabel(
    document: Document, ids: Collection[str], label: str, *, now: str, among: Iterable[Annotation] | None = None
) -> Change:
    """Give the annotations another label, except those whose span has this label already.

    Raises DuplicateAnnotationError where no annotation changes and a duplicate is the reason. ``among`` has those at
    their spans if the caller knows them.
    """
    others = document.annotations.values() if among is None else among
    taken = {_place(other): other for other in others if other.label == label}
    relabelled: list[Annotation] = []
    duplicate = None
    for before in (document.annotations[id] for id in ids):
        if before.label == label:
            continue
        place = _place(before)
        if existing := taken.get(place):
            duplicate = existing
            continue
        taken[place] = before
        relabelled.append(before)
    if duplicate and not relabelled:
        raise DuplicateAnnotationError(duplicate)
    after = (altered(before, label=label, modified=now) for before in relabelled)
    return Change(tuple(relabelled), tuple(after)) + begun(document) if relabelled else Change()


def remove(document: Document, ids: Collection[str]) -> Change:
    """Remove the annotations and what cannot exist without them: relations that end at one of them."""
    return without(document, [document.annotations[id] for id in ids]) + begun(document) if ids else Change()


def set_note(document: Document, id: str, note: str, *, now: str) -> Change:
    """Replace the annotation's note; an empty note removes it. Raises ValueError for a lone surrogate."""
    note.encode()
    before = document.annotations[id]
    if before.note == note:
        return Change()
    return _altered(before, altered(before, note=note, modified=now)) + begun(document)


def set_status(document: Document, status: str) -> Change:
    """Set the status of the document."""
    if document.status.value == status:
        return Change()
    return Change((document.status,), (Status(status),))


def _check(document: Document, span: Span) -> None:
    if span.end > len(document.article.text):
        raise ValueError(f"{document.article.name} has {len(document.article.text)} characters, no {span.end}")


def _refuse_duplicate(among: Iterable[Annotation], span: Span, label: str) -> None:
    start, end = span.start, span.end  # compared one by one, as there may be thousands in a paragraph
    for other in among:
        if other.label == label and other.span.start == start and other.span.end == end:
            raise DuplicateAnnotationError(other)


def _place(annotation: Annotation) -> tuple[int, int]:
    """Return start and end, which a dictionary finds in a third of the time that it takes for a span."""
    return annotation.span.start, annotation.span.end


def _altered(before: Annotation, after: Annotation) -> Change:
    return Change((before,), (after,))


def without_beginning(change: Change, document: Document) -> Change:
    """Return an edit without the change to “in work” that came with it, or is undone with it, if that no longer fits.

    Somebody else may have set another status meanwhile, which then stays. A change of the status alone is returned as
    it is.
    """
    before, after = change.removed_of(Status), change.added_of(Status)
    beginning = {status.value for status in (*before, *after)} == {NEW, IN_WORK}
    alone = len(change.removed) + len(change.added) == len(before) + len(after)
    if not beginning or alone or document.status in before:
        return change
    kept = (tuple(part for part in parts if not isinstance(part, Status)) for parts in (change.removed, change.added))
    return Change(*kept)


def begun(document: Document) -> Change:
    """Return the change that sets the status of a new document to “in work”; for any other document an empty change."""
    return set_status(document, IN_WORK) if document.status.value == NEW else Change()


def altered_annotations(
    document: Document, afters: Iterable[Annotation], now: str, differ: Callable[[Annotation, Annotation], bool]
) -> Change:
    """Return the change to these versions of annotations, modified ``now``, as far as they ``differ`` from the old."""
    pairs = [
        (before, altered(after, modified=now))
        for before, after in ((document.annotations[after.id], after) for after in afters)
        if differ(before, after)
    ]
    change = Change(tuple(before for before, _ in pairs), tuple(after for _, after in pairs))
    return change + begun(document) if pairs else change
