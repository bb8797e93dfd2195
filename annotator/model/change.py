"""What one user action does to a document; it has an inverse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from annotator.model.annotation import Annotation, Relation
from annotator.model.document import Document, Status
from annotator.model.items import ItemError, Items, Kept

Item: TypeAlias = Annotation | Relation | Status


class ChangeError(Exception):
    """The change does not fit the document: something it removes is not there, or something it adds already is."""


@dataclass(frozen=True, slots=True)
class Change:
    """Items taken out and items put in. An item that is altered is taken out as it was and put in as it is."""

    removed: tuple[Item, ...] = ()
    added: tuple[Item, ...] = ()

    def apply(self, document: Document) -> Document:
        """The changed document. Raises ChangeError, and then nothing has been applied."""
        annotations = _exchanged(document.annotations, _annotations(self.removed), _annotations(self.added))
        relations = _exchanged(document.relations, _relations(self.removed), _relations(self.added))
        return replace(document, annotations=annotations, relations=relations, status=self._status(document))

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.added, self.removed)

    @property
    def annotations_removed(self) -> list[Annotation]:
        return _annotations(self.removed)

    @property
    def annotations_added(self) -> list[Annotation]:
        return _annotations(self.added)

    def __bool__(self) -> bool:
        return bool(self.removed or self.added)

    def __add__(self, later: Change) -> Change:
        """One change that does this and then ``later``; the two must not touch the same item."""
        return Change(self.removed + later.removed, self.added + later.added)

    def _status(self, document: Document) -> Status:
        removed = [item for item in self.removed if isinstance(item, Status)]
        added = [item for item in self.added if isinstance(item, Status)]
        if len(removed) != len(added) or len(added) > 1:
            raise ChangeError("a document has exactly one status")
        if removed and removed[0] != document.status:
            raise ChangeError(f"the status is {document.status.value}, not {removed[0].value}")
        return added[0] if added else document.status


def _annotations(items: Iterable[Item]) -> list[Annotation]:
    return [item for item in items if isinstance(item, Annotation)]


def _relations(items: Iterable[Item]) -> list[Relation]:
    return [item for item in items if isinstance(item, Relation)]


def _exchanged(items: Mapping[str, Kept], removed: Sequence[Kept], added: Sequence[Kept]) -> Mapping[str, Kept]:
    if not removed and not added:
        return items
    shared = items if isinstance(items, Items) else Items(items)
    try:
        return shared.exchanged(removed, added)
    except ItemError as error:
        raise ChangeError(str(error)) from error
