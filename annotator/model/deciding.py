"""Resolution of merge conflicts by the choices of a person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from annotator.model.annotation import Annotation, Relation
from annotator.model.change import Change
from annotator.model.difference import difference
from annotator.model.document import Document, Head, Status
from annotator.model.merge import Conflict

MINE, THEIRS, BOTH = "mine", "theirs", "both"
Kept = TypeVar("Kept", Annotation, Relation)


def decided(
    document: Document,
    conflicts: Iterable[Conflict],
    choices: Mapping[tuple[str, str], str],
    new_id: Callable[[], str],
) -> Change:
    """Return the change that applies the choices, by ``Conflict.key``, to the present document.

    A conflict without a choice keeps my version. ``both`` adds their version under a new id. Their relation is left
    out if one of its ends is missing, and my relation is removed together with an annotation at one of its ends.
    """
    chosen = [(conflict, choices.get(conflict.key, MINE)) for conflict in conflicts]
    resolution = _Resolution(document, new_id)
    annotations, relations = dict(document.annotations), dict(document.relations)
    for conflict, choice in chosen:
        resolution.apply(annotations, Annotation, conflict, choice)
    gone = document.annotations.keys() - annotations.keys()
    relations = {id: link for id, link in relations.items() if not gone.intersection((link.source, link.target))}
    for conflict, choice in chosen:
        if _has_both_ends(conflict.theirs, annotations):
            resolution.apply(relations, Relation, conflict, choice)
    after = replace(document, annotations=annotations, relations=relations)
    return difference(document, _with_singles(after, chosen))


class _Resolution:
    """Application of choices to items, with new ids that no item of the document has."""

    def __init__(self, document: Document, new_id: Callable[[], str]) -> None:
        self._ids = {*document.annotations, *document.relations}
        self._new_id = new_id

    def apply(self, items: dict[str, Kept], kind: type[Kept], conflict: Conflict, choice: str) -> None:
        """Apply ``choice`` to ``items`` in place; do nothing if the conflict is about another kind of item."""
        name, id = conflict.key
        theirs = conflict.theirs if isinstance(conflict.theirs, kind) else None
        if name != kind.__name__ or choice == MINE:
            return
        if theirs is None:
            if choice == THEIRS:
                items.pop(id, None)
        elif id not in self._ids or (choice == THEIRS and id in items):
            items[id] = theirs
        else:
            added = self._free_id()
            items[added] = replace(theirs, id=added)

    def _free_id(self) -> str:
        id = self._new_id()
        while id in self._ids:
            id = self._new_id()
        self._ids.add(id)
        return id


def _has_both_ends(item: object, annotations: Collection[str]) -> bool:
    """Return False for a relation of which an end is missing, and True for everything else."""
    return not isinstance(item, Relation) or (item.source in annotations and item.target in annotations)


def _with_singles(document: Document, chosen: Iterable[tuple[Conflict, str]]) -> Document:
    """Return the document with the status and the head that were chosen."""
    for conflict, choice in chosen:
        match conflict.theirs if choice == THEIRS else None:
            case Status() as status:
                document = replace(document, status=status)
            case Head() as head:
                document = replace(
                    document,
                    annotator=head.annotator,
                    scheme=head.scheme,
                    encoding=head.encoding,
                    article_extra=head.article_extra,
                    extra=head.extra,
                )
    return document
