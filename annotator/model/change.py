"""A change: the effect of one user action on a document, with its inverse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias, TypeVar, cast

from annotator.model.annotation import Annotation
from annotator.model.document import Document, Head, ItemsById, Read, Status
from annotator.model.items import Item, ItemError, Items, Kept

Part: TypeAlias = Item | Status | Read | Head
"""An item, or a part of which a document has exactly one."""
ByKind: TypeAlias = Mapping[type, Sequence[Part]]
Single = TypeVar("Single", Status, Read, Head)
One = TypeVar("One", bound=Part)


class ChangeError(Exception):
    """The change does not fit the document: an item to remove is missing, or an item to add exists already."""


@dataclass(frozen=True)  # without slots, for the cached properties
class Change:
    """Parts removed from and added to a document. A modified item is in both: its old version and its new one."""

    removed: tuple[Part, ...] = ()
    added: tuple[Part, ...] = ()

    def apply(self, document: Document) -> Document:
        """Return the changed document; ``document`` stays as it is.

        Raises ChangeError where an item to remove is missing or differs, or an item to add exists already.
        """
        head = self._exchanged(document.head)
        return Document(
            document.article,
            status=self._exchanged(document.status),
            read=self._exchanged(Read(document.read)).spans,
            annotator=head.annotator,
            scheme=head.scheme,
            article_extra=head.article_extra,
            extra=head.extra,
            encoding=head.encoding,
            items=self._items(document),
        )

    def inverse(self) -> Change:
        """Return the change that undoes this one."""
        return Change(self.added, self.removed)

    def removed_of(self, kind: type[One]) -> Sequence[One]:
        """Return the removed parts of that class."""
        return _of(kind, self._removed)

    def added_of(self, kind: type[One]) -> Sequence[One]:
        """Return the added parts of that class."""
        return _of(kind, self._added)

    @property
    def annotations_removed(self) -> Sequence[Annotation]:
        return _of(Annotation, self._removed)

    @property
    def annotations_added(self) -> Sequence[Annotation]:
        return _of(Annotation, self._added)

    @cached_property
    def _removed(self) -> ByKind:
        return _by_kind(self.removed)

    @cached_property
    def _added(self) -> ByKind:
        return _by_kind(self.added)

    def __bool__(self) -> bool:
        return bool(self.removed or self.added)

    def __add__(self, later: Change) -> Change:
        """Return one change that does this and then ``later``; the two must not touch the same item."""
        return Change(self.removed + later.removed, self.added + later.added)

    def then(self, later: Change) -> Change:
        """Return one change that does this and then ``later``, without items that exist only between the two.

        Raises ChangeError where ``later`` changes an item that this change has added and somebody else has changed
        since.
        """
        left = {identity(part): part for part in self.added}
        removed = list(self.removed)
        for part in later.removed:
            between = left.pop(identity(part), None)
            if between is None:
                removed.append(part)
            elif between != part:
                raise ChangeError("another change has altered it in between")
        return Change(tuple(removed), (*left.values(), *later.added))

    def _items(self, document: Document) -> Mapping[type[Item], ItemsById]:
        items = dict(document.items)
        for kind in dict.fromkeys((*self._removed, *self._added)):
            if issubclass(kind, Item):
                items[kind] = _exchanged(document.of(kind), self.removed_of(kind), self.added_of(kind))
        return items

    def _exchanged(self, now: Single) -> Single:
        """Return the new value of a part of which a document has exactly one. Raises ChangeError."""
        kind = type(now)
        removed, added = _of(kind, self._removed), _of(kind, self._added)
        if not removed and not added:
            return now
        if len(removed) != len(added) or len(added) > 1:
            raise ChangeError(f"a document has exactly one {kind.__name__.lower()}")
        if removed and removed[0] != now:
            raise ChangeError(f"the {kind.__name__.lower()} differs from the one to be replaced")
        return added[0] if added else now


def identity(part: Part) -> tuple[str, str]:
    """Return the name of the part's class, and its id; the id is empty for a part of which there is exactly one."""
    return type(part).__name__, part.id if isinstance(part, Item) else ""


def _by_kind(parts: tuple[Part, ...]) -> ByKind:
    kinds: dict[type[Part], list[Part]] = {kind: [] for kind in dict.fromkeys(map(type, parts))}
    if len(kinds) == 1:
        return dict.fromkeys(kinds, parts)
    for part in parts:
        kinds[type(part)].append(part)
    return {kind: tuple(found) for kind, found in kinds.items()}


def _of(kind: type[One], parts: ByKind) -> Sequence[One]:
    return cast("Sequence[One]", parts.get(kind, ()))


def _exchanged(items: Mapping[str, Kept], removed: Sequence[Kept], added: Sequence[Kept]) -> Mapping[str, Kept]:
    shared = items if isinstance(items, Items) else Items(items)
    try:
        return shared.exchanged(removed, added)
    except ItemError as error:
        raise ChangeError(str(error)) from error
