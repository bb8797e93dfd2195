"""Edits of a scheme: pure functions that return another scheme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from annotator.model.annotation import CHECK_STATES
from annotator.model.items import altered
from annotator.model.scheme import MARKS, AttributeRule, Guideline, Label, RelationRule, Scheme, StateRule
from annotator.model.scheme_changes.changes import Remove, Rename
from annotator.model.scheme_changes.parts import ARTICLE, ATTRIBUTE, LABEL, STATE, Part, rules_of
from annotator.model.scheme_changes.scheme_edits import changed_scheme
from annotator.session.scheme_editing.places import children, siblings
from annotator.storage.schemes.scheme_reading import COLOURS

Item = TypeVar("Item")
Attributes = tuple[AttributeRule, ...]


def with_label(scheme: Scheme, id: str, edit: Callable[[Label], Label]) -> Scheme:
    """Return the scheme with that label edited."""
    return altered(scheme, labels=_edited(scheme.labels, lambda label: label.id == id, edit))


def with_relation(scheme: Scheme, id: str, edit: Callable[[RelationRule], RelationRule]) -> Scheme:
    """Return the scheme with that type of relation edited."""
    return altered(scheme, relations=_edited(scheme.relations, lambda rule: rule.id == id, edit))


def with_attributes(scheme: Scheme, place: Part, attributes: Attributes) -> Scheme:
    """Return the scheme with other attributes of the owner that the place is in."""
    if place.root == ARTICLE:
        return altered(scheme, article=attributes)
    if place.root == LABEL:
        return with_label(scheme, place.id, lambda label: altered(label, attributes=attributes))
    return with_relation(scheme, place.id, lambda rule: altered(rule, attributes=attributes))


def with_rule(scheme: Scheme, place: Part, edit: Callable[[AttributeRule], AttributeRule]) -> Scheme:
    """Return the scheme with the attribute edited that the place is or is in."""
    rules = _edited(rules_of(scheme, place), lambda rule: rule.id == place.attribute, edit)
    return with_attributes(scheme, place, rules)


def with_guideline(scheme: Scheme, place: Part, guideline: Guideline) -> Scheme:
    """Return the scheme with another definition and other examples of a label, an attribute or a relation."""
    if place.kind == ATTRIBUTE:
        return with_rule(scheme, place, lambda rule: altered(rule, guideline=guideline))
    if place.kind == LABEL:
        return with_label(scheme, place.id, lambda label: altered(label, guideline=guideline))
    return with_relation(scheme, place.id, lambda rule: altered(rule, guideline=guideline))


def with_meaning(scheme: Scheme, place: Part, meaning: str) -> Scheme:
    """Return the scheme with another line of meaning of the choice."""
    return with_rule(scheme, place, lambda rule: _with_meanings(rule, {place.choice: meaning}))


def with_state(scheme: Scheme, id: str, edit: Callable[[StateRule], StateRule]) -> Scheme:
    """Return the scheme with that state of check edited, which it uses."""
    return altered(scheme, states=_edited(scheme.states_in_use, lambda state: state.id == id, edit))


def with_state_used(scheme: Scheme, id: str, *, used: bool) -> Scheme:
    """Return the scheme that uses the state of check, in the usual order, or does not; one at least is used."""
    states = [state for state in scheme.states_in_use if state.id != id]
    if used:
        before = CHECK_STATES[: CHECK_STATES.index(id)]
        states.insert(sum(state.id in before for state in states), StateRule(id))
    return altered(scheme, states=tuple(states)) if states else scheme


def with_chord(scheme: Scheme, place: Part, chord: str) -> Scheme:
    """Return the scheme with other keys of the choice or the state, or with none."""
    if place.root == STATE:
        return with_state(scheme, place.id, lambda state: altered(state, keys=chord))

    def edit(rule: AttributeRule) -> AttributeRule:
        keys = dict(rule.keys) | {place.choice: chord}
        return altered(rule, keys=tuple((choice, both) for choice, both in keys.items() if both))

    return with_rule(scheme, place, edit)


def added(scheme: Scheme, place: Part) -> Scheme:
    """Return the scheme with a new part at that place, the last of its kind there."""
    match place.kind:
        case "label":
            return altered(scheme, labels=(*scheme.labels, _new_label(scheme, place.id)))
        case "relation":
            first = scheme.labels[0].id
            return altered(scheme, relations=(*scheme.relations, RelationRule(place.id, first, first)))
        case "choice":
            return with_rule(scheme, place, lambda rule: _with_choices(rule, (*rule.choices, place.choice)))
        case _:
            rules = (*rules_of(scheme, place), AttributeRule(place.attribute, "text"))
            return with_attributes(scheme, place, rules)


def removed(scheme: Scheme, place: Part) -> Scheme:
    """Return the scheme without that part and all that cannot be without it. Raises RefusedChangeError."""
    return changed_scheme(scheme, Remove(place)).scheme


def renamed(scheme: Scheme, place: Part, name: str) -> Scheme:
    """Return the scheme with another name of that part, wherever the scheme has it. Raises RefusedChangeError."""
    return changed_scheme(scheme, Rename(place, name)).scheme


def moved(scheme: Scheme, place: Part, step: int) -> Scheme:
    """Return the scheme with the part ``step`` places on among its kind; the same scheme at either end."""
    beside = siblings(scheme, place)
    if place not in beside:  # a state that is not used
        return scheme
    at = beside.index(place)
    to = min(max(at + step, 0), len(beside) - 1)
    if at == to:
        return scheme
    match place.kind:
        case "label":
            return altered(scheme, labels=_moved(scheme.labels, at, to))
        case "relation":
            return altered(scheme, relations=_moved(scheme.relations, at, to))
        case "state":
            return altered(scheme, states=_moved(scheme.states_in_use, at, to))
        case "choice":
            return with_rule(scheme, place, lambda rule: _with_choices(rule, _moved(rule.choices, at, to)))
        case _:
            return with_attributes(scheme, place, _moved(rules_of(scheme, place), at, to))


def free_name(scheme: Scheme, place: Part) -> Part:
    """Return the place with a number behind its name, as many as it takes for the name to be free."""
    beside = _beside_new(scheme, place)
    name, number = place.name, 2
    while place.named(name) in beside:
        name, number = f"{place.name}_{number}", number + 1
    return place.named(name)


def _beside_new(scheme: Scheme, place: Part) -> set[Part]:
    return set(children(scheme, place.parent) if place.parent else siblings(scheme, place))


def _new_label(scheme: Scheme, id: str) -> Label:
    colours = {label.colour.upper() for label in scheme.labels}
    marks = {label.mark for label in scheme.labels}
    colour = next((colour for colour in COLOURS if colour not in colours), COLOURS[len(scheme.labels) % len(COLOURS)])
    mark = next((mark for mark in MARKS if mark not in marks), "line")
    return Label(id, "", colour, mark)


def _edited(items: Iterable[Item], is_it: Callable[[Item], bool], edit: Callable[[Item], Item]) -> tuple[Item, ...]:
    return tuple(edit(item) if is_it(item) else item for item in items)


def _moved(items: Sequence[Item], at: int, to: int) -> tuple[Item, ...]:
    rest = [*items[:at], *items[at + 1 :]]
    return (*rest[:to], items[at], *rest[to:])


def _with_choices(rule: AttributeRule, choices: tuple[str, ...]) -> AttributeRule:
    """Return the rule with these choices, each with the meaning that it had."""
    meanings = tuple(rule.meaning(choice) for choice in choices)
    return altered(rule, choices=choices, meanings=meanings if any(meanings) else ())


def _with_meanings(rule: AttributeRule, others: dict[str, str]) -> AttributeRule:
    meanings = tuple(others.get(choice, rule.meaning(choice)) for choice in rule.choices)
    return altered(rule, meanings=meanings if any(meanings) else ())
