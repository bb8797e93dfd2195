"""Removal of items without leaving references to them: what refers to an item goes too, or loses the reference."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.items import Item
from annotator.model.kinds.table import KINDS


def without(document: Document, items: Iterable[Item]) -> Change:
    """Remove the items, what cannot exist without one of them, and so on.

    An item that refers to something else as well, as evidence for several claims, only loses the reference.
    """
    removed: dict[str, Item] = {item.id: item for item in items}
    gone = set(removed)
    left: dict[str, Item] = {}
    lately = {type(item) for item in removed.values()}
    while lately:
        kinds = [kind for kind in KINDS.values() if not kind.refers_to.isdisjoint(lately)]
        lately = set()
        for kind in kinds:
            for item in kind.all_referring(document.of(kind.item).values(), gone):
                if item.id in gone:
                    continue
                removed[item.id] = item
                if not kind.needs_all and (altered := kind.without(item, gone)):
                    left[item.id] = altered
                else:
                    gone.add(item.id)
                    left.pop(item.id, None)
                    lately.add(kind.item)
    return Change(tuple(removed.values()), tuple(left.values()))
