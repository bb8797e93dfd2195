"""Resolution of merge conflicts by the choices of a person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from annotator.model.change import Change
from annotator.model.dangling import without
from annotator.model.difference import difference
from annotator.model.document import Document, Head, Status
from annotator.model.items import Item, altered
from annotator.model.kinds.table import KINDS, kind_of
from annotator.model.merge import Conflict

MINE, THEIRS, BOTH = "mine", "theirs", "both"


def decided(
    document: Document,
    conflicts: Iterable[Conflict],
    choices: Mapping[tuple[str, str], str],
    new_id: Callable[[], str],
) -> Change:
    """Return the change that applies the choices, by ``Conflict.key``, to the present document.

    A conflict without a choice keeps my version. ``both`` adds their version under a new id. Their item is left out
    if one that it refers to is missing, and what would dangle is removed together with what it refers to.
    """
    chosen = [(conflict, choices.get(conflict.key, MINE)) for conflict in conflicts]
    resolution = _Resolution(document, new_id)
    for kind in KINDS:
        resolution.apply(kind, [(conflict, choice) for conflict, choice in chosen if conflict.kind is kind])
    return difference(document, _with_singles(resolution.document, chosen))


class _Resolution:
    """Application of choices to a document, kind after kind, with new ids that no item of the document has."""

    def __init__(self, document: Document, new_id: Callable[[], str]) -> None:
        self.document = document
        self._ids = set(document.ids())
        self._new_id = new_id

    def apply(self, kind: type[Item], chosen: Collection[tuple[Conflict, str]]) -> None:
        """Apply the choices to the items of that kind; leave out those of their items that would dangle."""
        removed = [conflict.key[1] for conflict, choice in chosen if conflict.theirs is None and choice == THEIRS]
        items = self.document.of(kind)
        self.document = without(self.document, [items[id] for id in removed if id in items]).apply(self.document)
        for conflict, choice in chosen:
            if isinstance(conflict.theirs, Item) and choice != MINE and not self._would_dangle(conflict.theirs):
                self._put(conflict.theirs, choice)

    def _put(self, theirs: Item, choice: str) -> None:
        mine = self.document.of(type(theirs)).get(theirs.id)
        if theirs.id not in self._ids:
            change = Change((), (theirs,))
        elif choice == THEIRS and mine:
            change = Change((mine,), (theirs,))
        else:
            change = Change((), (altered(theirs, id=self._free_id()),))
        self.document = change.apply(self.document)

    def _would_dangle(self, item: Item) -> bool:
        return any(self.document.item(id) is None for id in kind_of(type(item)).references(item))

    def _free_id(self) -> str:
        id = self._new_id()
        while id in self._ids:
            id = self._new_id()
        self._ids.add(id)
        return id


def _with_singles(document: Document, chosen: Iterable[tuple[Conflict, str]]) -> Document:
    """Return the document with the status and the head that were chosen."""
    for conflict, choice in chosen:
        match conflict.theirs if choice == THEIRS else None:
            case Status() as status:
                document = replace(document, status=status)
            case Head() as head:
                document = document.with_head(head)
    return document
