"""Two documents that began as the same one, brought together by the ids of what is in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.change import Change, Item
from annotator.model.difference import alike
from annotator.model.document import IN_WORK, NEW, Document, Head, Read, Status
from annotator.model.span import merged

APART = object()
"""Stands for: both sides have made something else of it."""
ABSENT = object()
"""Stands for: nothing is there."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """An item of which both sides have made something else; None where it is not there, on that side or at first."""

    base: Item | None
    ours: Item | None
    theirs: Item | None

    @property
    def key(self) -> tuple[str, str]:
        """Which item it is about: its kind, and its id where it has one."""
        item = self.ours or self.theirs
        return type(item).__name__, item.id if isinstance(item, Annotation | Relation) else ""


@dataclass(frozen=True, slots=True)
class Merged:
    """``change`` brings into ours whatever merges; ``conflicts`` are left as ours has them."""

    change: Change
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Document, ours: Document, theirs: Document) -> Merged:
    """Bring together what two sides have made of ``base``; all three are of the same article.

    What only one side has altered is taken from that side. Of an annotation that both have altered, the place, the
    label with its attributes, and the note are taken one by one. An annotation that one side has removed stays where
    the other has linked it since.
    """
    annotations = _items(
        base.annotations,
        ours.annotations,
        theirs.annotations,
        linked_here=_linked(base, ours),
        linked_there=_linked(base, theirs),
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
"""What an item is to be replaced by; a conflict; or nothing to do."""


def _items(
    base: Mapping[str, Found],
    ours: Mapping[str, Found],
    theirs: Mapping[str, Found],
    *,
    taken: Collection[str],
    linked_here: frozenset[str] = frozenset(),
    linked_there: frozenset[str] = frozenset(),
) -> Iterator[Step]:
    """What to do with each item; an id that is ``taken`` by an item of the other kind is for the user to decide."""
    for id in dict.fromkeys((*ours, *theirs)):
        was, here, there = base.get(id), ours.get(id), theirs.get(id)
        if here is None and there is not None and id in taken and not alike(there, was):
            yield Conflict(was, here, there)
        elif here is None and id in linked_there:
            yield None, there
        elif there is not None or id not in linked_here:
            yield _step(was, here, there, _both(was, here, there))


def _both(was: Found | None, here: Found | None, there: Found | None) -> Any:
    if isinstance(was, Annotation) and isinstance(here, Annotation) and isinstance(there, Annotation):
        return _annotation(was, here, there)
    return APART


def _step(was: Any, here: Any, there: Any, both: Any) -> Step:
    if alike(here, there) or alike(there, was):
        return None
    if alike(here, was):
        return here, there
    if both is APART:
        return Conflict(was, here, there)
    return None if alike(here, both) else (here, both)


def _annotation(was: Annotation, here: Annotation, there: Annotation) -> Any:
    place = _either(_place(was), _place(here), _place(there))
    sense = _either((was.label, was.attributes), (here.label, here.attributes), (there.label, there.attributes))
    if sense is APART and here.label == there.label:
        attributes = _mapping(was.attributes, here.attributes, there.attributes)
        sense = APART if attributes is APART else (here.label, attributes)
    note, origin = _either(was.note, here.note, there.note), _either(was.origin, here.origin, there.origin)
    extra = _mapping(was.extra, here.extra, there.extra)
    if APART in (place, sense, note, origin, extra):
        return APART
    return replace(
        here,
        label=sense[0],
        attributes=sense[1],
        span=place[0],
        displaced=place[1],
        note=note,
        origin=origin,
        created=min(here.created, there.created),
        modified=max(here.modified, there.modified),
        extra=extra,
    )


def _place(annotation: Annotation) -> tuple[object, object]:
    return annotation.span, annotation.displaced


def _either(was: Any, here: Any, there: Any) -> Any:
    if alike(here, there) or alike(there, was):
        return here
    return there if alike(here, was) else APART


def _mapping(was: Mapping[str, Value], here: Mapping[str, Value], there: Mapping[str, Value]) -> Any:
    found = {}
    for key in dict.fromkeys((*here, *there)):
        found[key] = _either(was.get(key, ABSENT), here.get(key, ABSENT), there.get(key, ABSENT))
    if any(value is APART for value in found.values()):
        return APART
    return {key: value for key, value in found.items() if value is not ABSENT}


def _status(here: Status, there: Status) -> Any:
    """To have begun says more than not to have, and to have finished more than to have begun."""
    order = {NEW: 0, IN_WORK: 1}
    far_here, far_there = order.get(here.value, 2), order.get(there.value, 2)
    if far_here == far_there:
        return APART
    return here if far_here > far_there else there


def _head(was: Head, here: Head, there: Head) -> Any:
    names = ("annotator", "scheme", "encoding")
    parts = {name: _either(*(getattr(head, name) for head in (was, here, there))) for name in names}
    parts["article_extra"] = _mapping(was.article_extra, here.article_extra, there.article_extra)
    parts["extra"] = _mapping(was.extra, here.extra, there.extra)
    return APART if any(part is APART for part in parts.values()) else Head(**parts)


def _linked(base: Document, document: Document) -> frozenset[str]:
    """The annotations at the ends of relations that ``base`` has not."""
    new = (relation for id, relation in document.relations.items() if id not in base.relations)
    return frozenset(id for relation in new for id in (relation.source, relation.target))
