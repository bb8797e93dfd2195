"""Places in a scheme: a label, a relation, an attribute of one of them or of the article, a choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme

LABEL, RELATION, ARTICLE, ATTRIBUTE, CHOICE = "label", "relation", "article", "attribute", "choice"


@dataclass(frozen=True, slots=True)
class Place:
    """Address of a part of a scheme. ``root`` is LABEL, RELATION or ARTICLE; ``id`` is empty for the article."""

    root: str
    id: str = ""
    attribute: str = ""
    choice: str = ""

    @property
    def kind(self) -> str:
        """LABEL, RELATION, ARTICLE, ATTRIBUTE or CHOICE."""
        return CHOICE if self.choice else ATTRIBUTE if self.attribute else self.root

    @property
    def name(self) -> str:
        """Name of the part as the scheme has it; empty for the article."""
        return self.choice or self.attribute or self.id

    @property
    def owner(self) -> Place:
        """Label, relation or article that this is in or that it is."""
        return Place(self.root, self.id)

    @property
    def rule(self) -> Place:
        """Attribute that this is or that the choice is of."""
        return Place(self.root, self.id, self.attribute)

    @property
    def parent(self) -> Place | None:
        """Place around this one; None for a label, a relation and the article."""
        return self.rule if self.choice else self.owner if self.attribute else None

    def named(self, name: str) -> Place:
        """Return the place of the part once it has that name."""
        match self.kind:
            case "choice":
                return replace(self, choice=name)
            case "attribute":
                return replace(self, attribute=name)
            case _:
                return replace(self, id=name)

    def child(self, name: str) -> Place:
        """Return the place of an attribute of this owner, or of a choice of this attribute."""
        return replace(self, choice=name) if self.attribute else replace(self, attribute=name)


def label_at(scheme: Scheme, place: Place) -> Label | None:
    """Return the label that the place is in; None where it is in none, or the scheme lacks it."""
    return scheme.label(place.id) if place.root == LABEL else None


def relation_at(scheme: Scheme, place: Place) -> RelationRule | None:
    """Return the relation that the place is in; None where it is in none, or the scheme lacks it."""
    return scheme.relation(place.id) if place.root == RELATION else None


def attributes_at(scheme: Scheme, place: Place) -> tuple[AttributeRule, ...]:
    """Return the attributes of the label, relation or article that the place is in."""
    if place.root == ARTICLE:
        return scheme.article
    owner = label_at(scheme, place) or relation_at(scheme, place)
    return owner.attributes if owner else ()


def rule_at(scheme: Scheme, place: Place) -> AttributeRule | None:
    """Return the attribute that the place is or is in; None where there is none."""
    return next((rule for rule in attributes_at(scheme, place) if rule.id == place.attribute), None)


def children(scheme: Scheme, place: Place) -> list[Place]:
    """Return the attributes of an owner, or the choices of an attribute."""
    if place.kind == CHOICE:
        return []
    if place.kind == ATTRIBUTE:
        rule = rule_at(scheme, place)
        return [place.child(choice) for choice in rule.choices] if rule else []
    return [place.child(rule.id) for rule in attributes_at(scheme, place)]


def siblings(scheme: Scheme, place: Place) -> Sequence[Place]:
    """Return all places beside this one, and itself, in order."""
    if place.parent:
        return children(scheme, place.parent)
    if place.root == LABEL:
        return [Place(LABEL, label.id) for label in scheme.labels]
    return [Place(RELATION, rule.id) for rule in scheme.relations] if place.root == RELATION else [place]


def is_there(scheme: Scheme, place: Place) -> bool:
    """Return whether the scheme has this part."""
    return place in siblings(scheme, place)
