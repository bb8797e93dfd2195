"""Parts of a scheme in their order: what is in a part, and what is beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.model.scheme import Label, RelationRule, Scheme
from annotator.model.scheme_changes.parts import ARTICLE, ATTRIBUTE, CHOICE, LABEL, RELATION, Part, rule_of, rules_of


def label_at(scheme: Scheme, place: Part) -> Label | None:
    """Return the label that the place is in; None where it is in none, or the scheme lacks it."""
    return scheme.label(place.id) if place.root == LABEL else None


def relation_at(scheme: Scheme, place: Part) -> RelationRule | None:
    """Return the relation that the place is in; None where it is in none, or the scheme lacks it."""
    return scheme.relation(place.id) if place.root == RELATION else None


def children(scheme: Scheme, place: Part) -> list[Part]:
    """Return the attributes of an owner, or the choices of an attribute."""
    if place.kind == CHOICE:
        return []
    if place.kind == ATTRIBUTE:
        rule = rule_of(scheme, place)
        return [place.child(choice) for choice in rule.choices] if rule else []
    return [place.child(rule.id) for rule in rules_of(scheme, place)]


def siblings(scheme: Scheme, place: Part) -> Sequence[Part]:
    """Return all parts beside this one, and itself, in order."""
    if place.parent:
        return children(scheme, place.parent)
    if place.root == LABEL:
        return [Part(LABEL, label.id) for label in scheme.labels]
    return [Part(RELATION, rule.id) for rule in scheme.relations] if place.root == RELATION else [place]


def all_parts(scheme: Scheme) -> Iterator[Part]:
    """Yield all parts in the order of the tree: the labels with what is in each, the relations, the article's."""
    owners = [*(Part(LABEL, it.id) for it in scheme.labels), *(Part(RELATION, it.id) for it in scheme.relations)]
    for owner in (*owners, Part(ARTICLE)):
        if owner.id:
            yield owner
        for rule in children(scheme, owner):
            yield rule
            yield from children(scheme, rule)
