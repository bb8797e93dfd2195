"""Three-way merge of two documents with a common base, item by item."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.change import Change, Item
from annotator.model.difference import alike
from annotator.model.document import IN_WORK, NEW, Document, Head, Read, Status
from annotator.model.span import merged

UNMERGEABLE = object()
"""Marks a value that the two sides have altered in different ways."""
ABSENT = object()
"""Marks a missing key."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """An item that both sides have altered in different ways; None stands for a missing item."""

    base: Item | None
    ours: Item | None
    theirs: Item | None

    @property
    def key(self) -> tuple[str, str]:
        """Identity of the item: the name of its class, and its id, which is empty for status, read and head."""
        item = self.ours or self.theirs
        return type(item).__name__, item.id if isinstance(item, Annotation | Relation) else ""


@dataclass(frozen=True, slots=True)
class Merged:
    """Result of a merge: ``change`` applies to our document; ``conflicts`` are left there as they are."""

    change: Change
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Document, ours: Document, theirs: Document) -> Merged:
    """Merge two documents that are derived from ``base``; all three are of the same article.

    An item that only one side has altered is taken from that side. An annotation that both have altered is merged by
    its parts: the span, the label with its attributes, and the note. An annotation that one side has removed is kept
    if the other side has linked it since.
    """
    annotations = _items(
        base.annotations,
        ours.annotations,
        theirs.annotations,
        linked_by_us=_newly_linked(base, ours),
        linked_by_them=_newly_linked(base, theirs),
        taken=ours.relations.keys() - base.relations.keys(),
    )
    steps = [
        *annotations,
        *_items(
            base.relations, ours.relations, theirs.relations, taken=ours.annotations.keys() - base.annotations.keys()
        ),
        _step(base.status, ours.status, theirs.status, _status(ours.status, theirs.status)),
        _step(Read(base.read), Read(ours.read), Read(theirs.read), Read(merged((*ours.read, *theirs.read)))),
        _step(base.head, ours.head, theirs.head, _head(base.head, ours.head, theirs.head)),
    ]
    taken = [step for step in steps if isinstance(step, tuple)]
    change = Change(
        tuple(old for old, _ in taken if old is not None), tuple(new for _, new in taken if new is not None)
    )
    return Merged(change, tuple(step for step in steps if isinstance(step, Conflict)))


Found: TypeAlias = Annotation | Relation
Step: TypeAlias = tuple[Item | None, Item | None] | Conflict | None
"""An old and a new item; a conflict; or None if there is nothing to do."""


def _items(
    base: Mapping[str, Found],
    ours: Mapping[str, Found],
    theirs: Mapping[str, Found],
    *,
    taken: Collection[str],
    linked_by_us: frozenset[str] = frozenset(),
    linked_by_them: frozenset[str] = frozenset(),
) -> Iterator[Step]:
    """Yield a step for each item; an id that is ``taken`` by an item of the other kind is a conflict."""
    for id in dict.fromkeys((*ours, *theirs)):
        was, here, there = base.get(id), ours.get(id), theirs.get(id)
        if here is None and there is not None and id in taken and not alike(there, was):
            yield Conflict(was, here, there)
        elif here is None and id in linked_by_them:
            yield None, there
        elif there is not None or id not in linked_by_us:
            yield _step(was, here, there, _both(was, here, there))


def _both(was: Found | None, here: Found | None, there: Found | None) -> Any:
    if isinstance(was, Annotation) and isinstance(here, Annotation) and isinstance(there, Annotation):
        return _annotation(was, here, there)
    return UNMERGEABLE


def _step(was: Any, here: Any, there: Any, both: Any) -> Step:
    if alike(here, there) or alike(there, was):
        return None
    if alike(here, was):
        return here, there
    if both is UNMERGEABLE:
        return Conflict(was, here, there)
    return None if alike(here, both) else (here, both)


def _annotation(was: Annotation, here: Annotation, there: Annotation) -> Any:
    place = _either(_place(was), _place(here), _place(there))
    sense = _either((was.label, was.attributes), (here.label, here.attributes), (there.label, there.attributes))
    if sense is UNMERGEABLE and here.label == there.label:
        attributes = _mapping(was.attributes, here.attributes, there.attributes)
        sense = UNMERGEABLE if attributes is UNMERGEABLE else (here.label, attributes)
    note, origin = _either(was.note, here.note, there.note), _either(was.origin, here.origin, there.origin)
    extra = _mapping(was.extra, here.extra, there.extra)
    if UNMERGEABLE in (place, sense, note, origin, extra):
        return UNMERGEABLE
    return replace(
        here,
        label=sense[0],
        attributes=sense[1],
        span=place[0],
        displaced=place[1],
        note=note,
        origin=origin,
        created=min(filter(None, (here.created, there.created)), default=""),
        modified=max(here.modified, there.modified),
        extra=extra,
    )


def _place(annotation: Annotation) -> tuple[object, object]:
    return annotation.span, annotation.displaced


def _either(was: Any, here: Any, there: Any) -> Any:
    if alike(here, there) or alike(there, was):
        return here
    return there if alike(here, was) else UNMERGEABLE


def _mapping(was: Mapping[str, Value], here: Mapping[str, Value], there: Mapping[str, Value]) -> Any:
    found = {}
    for key in dict.fromkeys((*here, *there)):
        found[key] = _either(was.get(key, ABSENT), here.get(key, ABSENT), there.get(key, ABSENT))
    if any(value is UNMERGEABLE for value in found.values()):
        return UNMERGEABLE
    return {key: value for key, value in found.items() if value is not ABSENT}


def _status(here: Status, there: Status) -> Any:
    """Return the more advanced status: new, in work, then all others; UNMERGEABLE if both are equally advanced."""
    order = {NEW: 0, IN_WORK: 1}
    far_here, far_there = order.get(here.value, 2), order.get(there.value, 2)
    if far_here == far_there:
        return UNMERGEABLE
    return here if far_here > far_there else there


def _head(was: Head, here: Head, there: Head) -> Any:
    names = ("annotator", "scheme", "encoding")
    parts = {name: _either(*(getattr(head, name) for head in (was, here, there))) for name in names}
    parts["article_extra"] = _mapping(was.article_extra, here.article_extra, there.article_extra)
    parts["extra"] = _mapping(was.extra, here.extra, there.extra)
    return UNMERGEABLE if any(part is UNMERGEABLE for part in parts.values()) else Head(**parts)


def _newly_linked(base: Document, document: Document) -> frozenset[str]:
    """Return the ids of the annotations at the ends of relations that ``base`` lacks."""
    new = (relation for id, relation in document.relations.items() if id not in base.relations)
    return frozenset(id for relation in new for id in (relation.source, relation.target))
