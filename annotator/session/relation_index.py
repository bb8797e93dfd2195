"""Index of a document's relations by the annotations at their ends, updated with each change."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.model.annotation import Relation
from annotator.model.change import Change


class RelationIndex:
    """Relations by the id of either end, each once."""

    def __init__(self, relations: Iterable[Relation] = ()) -> None:
        self._of: dict[str, dict[str, Relation]] = {}
        for relation in relations:
            self._add(relation)

    def of(self, annotation: str) -> tuple[Relation, ...]:
        """Return the relations that begin or end at the annotation of that id."""
        return tuple(self._of.get(annotation, {}).values())

    def __bool__(self) -> bool:
        return bool(self._of)

    def __contains__(self, annotation: object) -> bool:
        return annotation in self._of

    def follow(self, change: Change) -> None:
        """Update the index with the relations that the change removes and adds."""
        for relation in change.removed_of(Relation):
            for end in (relation.source, relation.target):
                if found := self._of.get(end):
                    found.pop(relation.id, None)
                    if not found:
                        del self._of[end]
        for relation in change.added_of(Relation):
            self._add(relation)

    def _add(self, relation: Relation) -> None:
        for end in (relation.source, relation.target):
            self._of.setdefault(end, {})[relation.id] = relation
