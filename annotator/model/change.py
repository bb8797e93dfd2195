"""A change: the effect of one user action on a document, with its inverse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias, TypeVar, cast

from annotator.model.annotation import Annotation, Relation
from annotator.model.document import Document, Head, Read, Status
from annotator.model.items import ItemError, Items, Kept

Item: TypeAlias = Annotation | Relation | Status | Read | Head
ByKind: TypeAlias = Mapping[type[Item], Sequence[Item]]
Single = TypeVar("Single", Status, Read, Head)
One = TypeVar("One", Annotation, Relation, Status, Read, Head)


class ChangeError(Exception):
    """The change does not fit the document: an item to remove is missing, or an item to add exists already."""


@dataclass(frozen=True)  # without slots, for the cached properties
class Change:
    """Items removed from and added to a document. A modified item is in both: its old version and its new one."""

    removed: tuple[Item, ...] = ()
    added: tuple[Item, ...] = ()

    def apply(self, document: Document) -> Document:
        """Return the changed document; ``document`` stays as it is.

        Raises ChangeError where an item to remove is missing or differs, or an item to add exists already.
        """
        head = self._exchanged(document.head)
        return replace(
            document,
            annotations=_exchanged(document.annotations, self.annotations_removed, self.annotations_added),
            relations=_exchanged(document.relations, _of(Relation, self._removed), _of(Relation, self._added)),
            status=self._exchanged(document.status),
            read=self._exchanged(Read(document.read)).spans,
            annotator=head.annotator,
            scheme=head.scheme,
            encoding=head.encoding,
            article_extra=head.article_extra,
            extra=head.extra,
        )

    def inverse(self) -> Change:
        """Return the change that undoes this one."""
        return Change(self.added, self.removed)

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
        """Return one change that does this and then ``later``, without the items that only stood in between.

        Raises ChangeError where ``later`` alters an item that this change has put in, and that another has altered
        since.
        """
        left = {_identity(item): item for item in self.added}
        removed = list(self.removed)
        for item in later.removed:
            between = left.pop(_identity(item), None)
            if between is None:
                removed.append(item)
            elif between != item:
                raise ChangeError("another change has altered it in between")
        return Change(tuple(removed), (*left.values(), *later.added))

    def _exchanged(self, now: Single) -> Single:
        """Return the new value of an item that a document has exactly one of. Raises ChangeError."""
        kind = type(now)
        removed, added = _of(kind, self._removed), _of(kind, self._added)
        if len(removed) != len(added) or len(added) > 1:
            raise ChangeError(f"a document has exactly one {kind.__name__.lower()}")
        if removed and removed[0] != now:
            raise ChangeError(f"the {kind.__name__.lower()} differs from the one to be replaced")
        return added[0] if added else now


def _identity(item: Item) -> tuple[str, str]:
    return type(item).__name__, item.id if isinstance(item, Annotation | Relation) else ""


def _by_kind(items: Iterable[Item]) -> ByKind:
    kinds: dict[type[Item], list[Item]] = {}
    for item in items:
        kinds.setdefault(type(item), []).append(item)
    return {kind: tuple(found) for kind, found in kinds.items()}


def _of(kind: type[One], items: ByKind) -> Sequence[One]:
    return cast("Sequence[One]", items.get(kind, ()))


def _exchanged(items: Mapping[str, Kept], removed: Sequence[Kept], added: Sequence[Kept]) -> Mapping[str, Kept]:
    if not removed and not added:
        return items
    shared = items if isinstance(items, Items) else Items(items)
    try:
        return shared.exchanged(removed, added)
    except ItemError as error:
        raise ChangeError(str(error)) from error
