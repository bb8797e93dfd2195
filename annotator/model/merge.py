"""Three-way merge of two documents with a common base, item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Any, TypeAlias

from msgspec import Struct

from annotator.model.alike import alike
from annotator.model.annotation import Value
from annotator.model.change import Change, Part, identity
from annotator.model.document import ATTRIBUTES, IN_WORK, NEW, Document, Head, Read, Status
from annotator.model.either import UNMERGEABLE, either, either_of_each
from annotator.model.items import Kept
from annotator.model.kinds.kind import Kind
from annotator.model.kinds.table import KINDS
from annotator.model.span import merged


class Conflict(Struct, frozen=True):
    """An item that both sides have altered in different ways; None stands for a missing item."""

    base: Part | None
    ours: Part | None
    theirs: Part | None

    @property
    def kind(self) -> type[Part]:
        return type(self._there)

    @property
    def key(self) -> tuple[str, str]:
        """Identity of the item: the name of its class, and its id, which is empty for status, read and head."""
        return identity(self._there)

    @property
    def _there(self) -> Part:
        part = self.ours or self.theirs
        assert part is not None  # one of the two has altered it
        return part


class Merged(Struct, frozen=True):
    """Result of a merge: ``change`` applies to our document, which keeps its own version of all ``conflicts``."""

    change: Change
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Document, ours: Document, theirs: Document) -> Merged:
    """Merge two documents that are derived from ``base``; all three are of the same article.

    An item that only one side has altered is taken from that side. What both have altered is merged by its parts,
    where the kind of item has parts that can be: those of an annotation are the span, the label with its attributes,
    and the note. An item that one side has removed is kept if something refers to it that the other has added or
    altered since.
    """
    merging = _Merging(base, ours, theirs)
    steps = [
        *chain.from_iterable(merging.steps(kind) for kind in KINDS.values()),
        _step(base.status, ours.status, theirs.status, partial(_status, ours.status, theirs.status)),
        _step(Read(base.read), Read(ours.read), Read(theirs.read), lambda: Read(merged((*ours.read, *theirs.read)))),
        _step(base.head, ours.head, theirs.head, partial(_head, base.head, ours.head, theirs.head)),
    ]
    pairs = [step for step in steps if isinstance(step, tuple)]
    change = Change(
        tuple(old for old, _ in pairs if old is not None), tuple(new for _, new in pairs if new is not None)
    )
    return Merged(change, tuple(step for step in steps if isinstance(step, Conflict)))


Step: TypeAlias = tuple[Part | None, Part | None] | Conflict | None
"""An old and a new item; a conflict; or None if there is nothing to do."""


class _Merging:
    """Merge of the items of three documents, kind by kind."""

    def __init__(self, base: Document, ours: Document, theirs: Document) -> None:
        self._base, self._ours, self._theirs = base, ours, theirs
        self._needed_here, self._needed_there = _needed(base, ours), _needed(base, theirs)
        self._new = {kind: ours.of(kind).keys() - base.of(kind).keys() for kind in KINDS}

    def steps(self, kind: Kind[Kept]) -> Iterator[Step]:
        """Yield a step for each item of that kind; an id that an item of another kind has taken is a conflict."""
        taken = frozenset(chain.from_iterable(ids for other, ids in self._new.items() if other is not kind.item))
        base, ours, theirs = (document.of(kind.item) for document in (self._base, self._ours, self._theirs))
        for id in dict.fromkeys((*ours, *theirs)):
            was, here, there = base.get(id), ours.get(id), theirs.get(id)
            if here is None and there is not None and id in taken and not alike(there, was):
                yield Conflict(was, here, there)
            elif here is None and id in self._needed_there:
                yield None, there
            elif there is not None or id not in self._needed_here:
                yield _step(was, here, there, partial(_both, kind, was, here, there))


def _both(kind: Kind[Kept], was: Kept | None, here: Kept | None, there: Kept | None) -> Any:
    if was is None or here is None or there is None:
        return UNMERGEABLE
    return kind.both(was, here, there) or UNMERGEABLE


def _step(was: Any, here: Any, there: Any, both_of: Callable[[], Any]) -> Step:
    """Return the step for one part; ``both_of`` merges two different alterations, or returns UNMERGEABLE."""
    if alike(here, there) or alike(there, was):
        return None
    if alike(here, was):
        return here, there
    both = both_of()
    if both is UNMERGEABLE:
        return Conflict(was, here, there)
    return None if alike(here, both) else (here, both)


def _status(here: Status, there: Status) -> Any:
    """Return the more advanced status: new, in work, then all others; UNMERGEABLE if both are equally advanced."""
    order = {NEW: 0, IN_WORK: 1}
    far_here, far_there = order.get(here.value, 2), order.get(there.value, 2)
    if far_here == far_there:
        return UNMERGEABLE
    return here if far_here > far_there else there


def _head(was: Head, here: Head, there: Head) -> Any:
    names = ("annotator", "scheme", "encoding")
    parts = {name: either(*(getattr(head, name) for head in (was, here, there))) for name in names}
    parts["article_extra"] = _article(was.article_extra, here.article_extra, there.article_extra)
    parts["extra"] = either_of_each(was.extra, here.extra, there.extra)
    return UNMERGEABLE if any(part is UNMERGEABLE for part in parts.values()) else Head(**parts)


def _article(*sides: Mapping[str, Value]) -> Any:
    """Merge what is known of the article key by key, and its attributes one by one."""
    attributes = [found if isinstance(found := side.get(ATTRIBUTES), dict) else {} for side in sides]
    others = [{key: value for key, value in side.items() if key != ATTRIBUTES} for side in sides]
    if any(not isinstance(side.get(ATTRIBUTES, {}), dict) for side in sides):
        return either_of_each(*sides)
    merged, rest = either_of_each(*attributes), either_of_each(*others)
    if merged is UNMERGEABLE or rest is UNMERGEABLE:
        return UNMERGEABLE
    return {**rest, ATTRIBUTES: merged} if merged or ATTRIBUTES in sides[1] else rest


def _needed(base: Document, document: Document) -> frozenset[str]:
    """Return the ids to which new and altered items of the document refer, directly or by way of other items."""
    found: set[str] = set()
    for kind in KINDS.values():
        if kind.refers_to:
            before = base.of(kind.item)
            for id, item in document.of(kind.item).items():
                if item is not (was := before.get(id)) and item != was:
                    found.update(kind.references(item))
    waiting = list(found)
    while waiting:
        item = document.item(waiting.pop())
        more = KINDS[type(item)].references(item) - found if item else ()
        found.update(more)
        waiting += more
    return frozenset(found)
