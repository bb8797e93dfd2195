"""Edits of relations, as pure functions that return a change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from annotator.model.annotation import Relation
from annotator.model.change import Change
from annotator.model.dangling import without
from annotator.model.document import Document
from annotator.model.edits import begun
from annotator.model.items import altered
from annotator.model.scheme import RelationRule, Scheme


class DuplicateRelationError(Exception):
    """The two annotations are joined by a relation of this type already: ``existing``."""

    def __init__(self, existing: Relation) -> None:
        super().__init__(existing.id)
        self.existing = existing


class DisallowedRelationError(Exception):
    """The scheme does not allow a relation of this type between the two annotations."""


def relate(document: Document, scheme: Scheme, source: str, target: str, type: str, *, id: str) -> Change:
    """Add a relation of that type from one annotation to another.

    Raises DisallowedRelationError where the scheme does not allow it, and DuplicateRelationError where it is there; a
    symmetric one counts once, whichever way it goes.
    """
    return _put(document, scheme, None, Relation(id, type, source, target))


def relate_all(document: Document, scheme: Scheme, ends: Mapping[str, tuple[str, str]], type: str) -> Change:
    """Add relations of that type, by id from and to the annotations at their ends, except those that exist already.

    The change is empty if all exist. Raises DisallowedRelationError where the scheme does not allow one.
    """
    rule, there = scheme.relation(type), {_pair(r) for r in document.relations.values() if r.type == type}
    made = []
    for id, (source, target) in ends.items():
        if rule not in allowed_types(document, scheme, source, target):
            raise DisallowedRelationError
        relation = Relation(id, type, source, target)
        ways = {_pair(relation), *([(target, source)] if rule and rule.symmetric else [])}
        if there.isdisjoint(ways):
            made.append(relation)
            there |= ways
    return Change((), tuple(made)) + begun(document) if made else Change()


def _pair(relation: Relation) -> tuple[str, str]:
    return relation.source, relation.target


def retype(document: Document, scheme: Scheme, id: str, type: str) -> Change:
    """Give the relation another type. Raises DisallowedRelationError and DuplicateRelationError as ``relate``."""
    before = document.relations[id]
    return Change() if before.type == type else _put(document, scheme, before, altered(before, type=type))


def turn_round(document: Document, scheme: Scheme, id: str) -> Change:
    """Swap the ends of the relation; an empty change for a symmetric one, which goes both ways.

    Raises DisallowedRelationError and DuplicateRelationError as ``relate``.
    """
    before = document.relations[id]
    rule = scheme.relation(before.type)
    if rule and rule.symmetric:
        return Change()
    return _put(document, scheme, before, altered(before, source=before.target, target=before.source))


def remove_relations(document: Document, ids: Collection[str]) -> Change:
    """Remove the relations and what cannot exist without them."""
    return without(document, [document.relations[id] for id in ids]) + begun(document) if ids else Change()


def allowed_types(document: Document, scheme: Scheme, source: str, target: str) -> list[RelationRule]:
    """Return the types of relation that the scheme allows from one annotation to another; none from one to itself."""
    if source == target:
        return []
    labels = (document.annotations[id].label for id in (source, target))
    return scheme.relations_between(*labels)


def _put(document: Document, scheme: Scheme, before: Relation | None, after: Relation) -> Change:
    allowed = {rule.id: rule for rule in allowed_types(document, scheme, after.source, after.target)}
    if after.type not in allowed:
        raise DisallowedRelationError
    others = (relation for relation in document.relations.values() if relation is not before)
    _refuse_duplicate(others, after, symmetric=allowed[after.type].symmetric)
    return Change(() if before is None else (before,), (after,)) + begun(document)


def _refuse_duplicate(among: Iterable[Relation], relation: Relation, *, symmetric: bool) -> None:
    ends = [(relation.source, relation.target), *([(relation.target, relation.source)] if symmetric else [])]
    for other in among:
        if other.type == relation.type and (other.source, other.target) in ends:
            raise DuplicateRelationError(other)
