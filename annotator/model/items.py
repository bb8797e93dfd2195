"""Items and a persistent mapping of them by id: a changed version shares the unchanged items with its predecessor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, ValuesView
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

if TYPE_CHECKING:  # under this name the type checker knows the fields of what is copied
    from dataclasses import replace as altered
else:
    from msgspec.structs import replace as altered

__all__ = ["Item", "ItemError", "Items", "altered"]
"""``altered`` copies a struct with some of its fields changed; ``replace`` is for dataclasses."""

MAX_DIFFERENCES = 256
"""Number of removed and added items up to which a version refers to the shared mapping instead of a copy."""


class Item(Struct, frozen=True, gc=False):
    """Part of a document with an id that no other item of the document has: an annotation, a relation."""

    id: str


Kept = TypeVar("Kept", bound=Item)


class ItemError(Exception):
    """An item to remove is missing or differs, or an item to add exists already."""


class Items(Mapping[str, Kept], Generic[Kept]):
    """An immutable mapping; ``exchanged`` returns a changed one, at a cost that does not grow with the number of items.

    The items are those of ``base`` without the ids in ``gone``, followed by those of ``new``.
    """

    __slots__ = ("_base", "_gone", "_new")

    def __init__(
        self, base: Mapping[str, Kept], gone: frozenset[str] = frozenset(), new: Mapping[str, Kept] | None = None
    ) -> None:
        self._base = base
        self._gone = gone
        self._new: Mapping[str, Kept] = new or {}

    def exchanged(self, removed: Sequence[Kept], added: Sequence[Kept]) -> Items[Kept]:
        """Return the items without ``removed`` and with ``added``.

        Raises ItemError where an item to remove is missing or differs, or an item to add exists already.
        """
        if len(removed) + len(added) > MAX_DIFFERENCES:
            return Items(_exchanged(self._as_dictionary(), removed, added))
        gone, new = set(self._gone), dict(self._new)
        for item in removed:
            found = new.pop(item.id, None)
            if found is None and item.id not in gone:
                found = self._base.get(item.id)
                gone.add(item.id)
            if found is not item and found != item:
                raise _differs(item)
        for item in added:
            if item.id in new or (item.id in self._base and item.id not in gone):
                raise _exists(item)
            new[item.id] = item
        return Items(self._base, frozenset(gone), new)._compacted()

    def _compacted(self) -> Items[Kept]:
        if len(self._gone) + len(self._new) <= MAX_DIFFERENCES:
            return self
        return Items(self._as_dictionary())

    def _as_dictionary(self) -> dict[str, Kept]:
        items = dict(self._base)
        for id in self._gone:
            del items[id]
        items.update(self._new)
        return items

    def __getitem__(self, id: str) -> Kept:
        item = self._new.get(id)
        if item is not None:
            return item
        if id in self._gone:
            raise KeyError(id)
        return self._base[id]

    def __contains__(self, id: object) -> bool:
        return id in self._new or (id in self._base and id not in self._gone)

    def __iter__(self) -> Iterator[str]:
        return chain((id for id in self._base if id not in self._gone), self._new)

    def __len__(self) -> int:
        return len(self._base) - len(self._gone) + len(self._new)

    def values(self) -> ValuesView[Kept]:
        return _Values(self)

    def kept(self) -> Iterator[Kept]:
        """Iterate over the items."""
        if not self._gone:
            return chain(self._base.values(), self._new.values())
        gone = self._gone
        return chain((item for id, item in self._base.items() if id not in gone), self._new.values())


class _Values(ValuesView[Kept]):
    """View of the items that iterates without looking up each id."""

    def __init__(self, items: Items[Kept]) -> None:
        super().__init__(items)
        self._items = items

    def __iter__(self) -> Iterator[Kept]:
        return self._items.kept()


def _exchanged(items: dict[str, Kept], removed: Sequence[Kept], added: Sequence[Kept]) -> dict[str, Kept]:
    """Take ``removed`` out of the items and put ``added`` in. Raises ItemError as ``Items.exchanged`` does."""
    for item in removed:
        found = items.pop(item.id, None)
        if found is not item and found != item:
            raise _differs(item)
    for item in added:
        if item.id in items:
            raise _exists(item)
        items[item.id] = item
    return items


def _differs(item: Item) -> ItemError:
    return ItemError(f"{item.id} is not in the document as it is to be removed")


def _exists(item: Item) -> ItemError:
    return ItemError(f"{item.id} is in the document already")
