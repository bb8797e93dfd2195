"""Parts of a scheme in their order: what is in a part, and what is beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.model.annotation import CHECK_STATES
from annotator.model.scheme import Label, RelationRule, Scheme, StateRule
from annotator.model.scheme_changes.parts import (
    ARTICLE,
    ATTRIBUTE,
    CHOICE,
    LABEL,
    RELATION,
    STATE,
    Part,
    rule_of,
    rules_of,
)


def label_at(scheme: Scheme, place: Part) -> Label | None:
    """Return the label that the place is in; None where it is in none, or the scheme lacks it."""
    return scheme.label(place.id) if place.root == LABEL else None


def relation_at(scheme: Scheme, place: Part) -> RelationRule | None:
    """Return the relation that the place is in; None where it is in none, or the scheme lacks it."""
    return scheme.relation(place.id) if place.root == RELATION else None


def state_at(scheme: Scheme, place: Part) -> StateRule | None:
    """Return the state of check that the place is; None where it is none, or the scheme does not use it."""
    used = scheme.states_in_use if place.root == STATE else ()
    return next((state for state in used if state.id == place.id), None)


def keys_at(scheme: Scheme, place: Part) -> str:
    """Return the two keys of a choice or of a state, as ``v 1``; empty if it has none."""
    state, rule = state_at(scheme, place), rule_of(scheme, place)
    return state.keys if state else rule.key(place.choice) if rule else ""


def state_places(scheme: Scheme) -> list[Part]:
    """Return all states of check: those that the scheme uses in their order, then the others."""
    used = [state.id for state in scheme.states_in_use]
    return [Part(STATE, id) for id in (*used, *(id for id in CHECK_STATES if id not in used))]


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
    if place.root == STATE:
        return [Part(STATE, state.id) for state in scheme.states_in_use]
    return [Part(RELATION, rule.id) for rule in scheme.relations] if place.root == RELATION else [place]


def all_parts(scheme: Scheme) -> Iterator[Part]:
    """Yield all parts in the order of the tree: labels with what is in each, relations, the article's, the states."""
    owners = [*(Part(LABEL, it.id) for it in scheme.labels), *(Part(RELATION, it.id) for it in scheme.relations)]
    for owner in (*owners, Part(ARTICLE)):
        if owner.id:
            yield owner
        for rule in children(scheme, owner):
            yield rule
            yield from children(scheme, rule)
    yield from state_places(scheme)
