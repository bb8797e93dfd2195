"""Checks of what is typed into a scheme, as sentences for the field; empty where nothing is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_lowercase

from annotator.language.label_names import shown_name
from annotator.language.plain_line import shortened
from annotator.language.values.numbers import ValueTextError
from annotator.language.values.typed import value_of
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.scheme_changes.parts import Part, rules_of
from annotator.model.visible import visible
from annotator.session.scheme_editing.places import siblings
from annotator.storage.schemes.scheme_reading import COLOUR, LANGUAGE
from annotator.translation.messages import _, listed

LONGEST_NAME, NAMED = 80, 40
COMING_KEYS = "agjkorvx"
"""Letters of the program that it has no action for yet, or that give way to a label: not proposed."""


def name_refusal(scheme: Scheme, place: Part, name: str) -> str:
    """Return why the part cannot have this name."""
    if not name.strip():
        return _("It needs a name.")
    if name != name.strip() or visible(name) != name or "\n" in name:
        return _("A name has no blanks at its ends, no line breaks and no invisible characters.")
    if len(name) > LONGEST_NAME:
        return _("A name has at most {count} characters.").format(count=LONGEST_NAME)
    if name != place.name and place.named(name) in siblings(scheme, place):
        return _("There is another “{name}” here already.").format(name=shortened(name, NAMED))
    return ""


def key_refusal(scheme: Scheme, id: str, key: str, held: Callable[[str], str]) -> str:
    """Return why the label cannot have the key; ``held`` says what the program itself uses it for, or nothing."""
    if not key:
        return ""
    if len(key) > 1 or not key.isprintable() or key.isspace():
        return _("A key is one letter, digit or sign.")
    holder = _holder(scheme, id, key)
    reason = _key_of_label(key, holder) if holder else held(key)
    if not reason:
        return ""
    free = free_keys(scheme, held)
    # Translators: the reason is a whole sentence; keys is a list as in “B, D, E”.
    return _("{reason} Free: {keys}.").format(reason=reason, keys=listed(map(str.upper, free))) if free else reason


def free_keys(scheme: Scheme, held: Callable[[str], str]) -> list[str]:
    """Return letters that no label has and that the program leaves alone."""
    taken = {label.key.casefold() for label in scheme.labels}
    letters = (letter for letter in ascii_lowercase if letter not in taken and letter not in COMING_KEYS)
    return [letter for letter in letters if not held(letter)]


def colour_refusal(colour: str) -> str:
    """Return why that is no colour."""
    return "" if COLOUR.fullmatch(colour) else _("A colour has six digits after the “#”, as in #56B4E9.")


def language_refusal(label: Label, code: str) -> str:
    """Return why the label can have no name in the language of that code."""
    if not LANGUAGE.fullmatch(code):
        return _("A language is named by its code, such as de or pt-BR.")
    if code.casefold() in {known.casefold() for known, _name in label.names}:
        return _("It has a name in this language already.")
    return ""


def default_refusal(rule: AttributeRule, default: str) -> str:
    """Return why the attribute cannot have that default."""
    try:
        if default:
            value_of(default, rule)
    except ValueTextError as error:
        return error.sentence
    return ""


def condition_refusal(scheme: Scheme, place: Part, name: str) -> str:
    """Return why the attribute cannot depend on the attribute of that name."""
    rules = {rule.id: rule for rule in rules_of(scheme, place)}
    seen, coming = set[str](), [name]
    while coming:
        other = coming.pop()
        if other == place.attribute:
            return _("The attribute would depend on itself.")
        if other not in seen and other in rules:
            seen.add(other)
            coming += [further for further, _values in rules[other].when]
    return ""


def suggested_id(name: str) -> str:
    """Return an id made of what was typed as a name: small letters, blanks as underscores."""
    return re.sub(r"\s+", "_", name.strip().lower())


def _holder(scheme: Scheme, id: str, key: str) -> Label | None:
    return next((label for label in scheme.labels if label.id != id and label.key.casefold() == key.casefold()), None)


def _key_of_label(key: str, holder: Label) -> str:
    name = shortened(shown_name(holder), NAMED)
    return _("{key} is the key of “{label}”.").format(key=key.upper(), label=name)
