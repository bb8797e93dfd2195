"""Keys that a scheme gives to labels, one each, and to values, two each, pressed one after the other."""

from __future__ import annotations

from annotator.model.scheme import STATE, AttributeRule, Label, Scheme

DIGITS = "123456789"


def tagging_keys(scheme: Scheme) -> dict[str, Label]:
    """Return the labels by the keys that tag with them, in small letters: their own, and digits by their order."""
    own = {label.key.casefold(): label for label in scheme.labels if label.key}
    return own | {digit: label for digit, label in zip(DIGITS, scheme.labels, strict=False) if digit not in own}


def first_keys(scheme: Scheme) -> dict[str, list[AttributeRule]]:
    """Return, by the first of their two keys, what has values with such keys: attributes of labels, states of check.

    Each stands there once.
    """
    found: dict[str, list[AttributeRule]] = {}
    for rule in (*(rule for label in scheme.labels for rule in label.attributes), state_rule(scheme)):
        for first in dict.fromkeys(keys[0] for _choice, keys in rule.keys):
            rules = found.setdefault(first, [])
            if rule not in rules:
                rules.append(rule)
    return found


def state_rule(scheme: Scheme) -> AttributeRule:
    """Return the states of check as an attribute rule of the type ``STATE``, with the keys that set them."""
    states = scheme.states_in_use
    keys = tuple((state.id, state.keys) for state in states if state.keys)
    return AttributeRule(STATE, STATE, tuple(state.id for state in states), keys=keys)
