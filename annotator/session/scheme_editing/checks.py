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
from annotator.model.scheme_changes.parts import STATE, Part, rules_of
from annotator.model.scheme_keys import first_keys, state_rule, tagging_keys
from annotator.model.visible import visible
from annotator.session.scheme_editing.places import siblings
from annotator.storage.files.file_error import told
from annotator.storage.schemes.program_keys import RESERVED_KEYS
from annotator.storage.schemes.scheme_reading import COLOUR, LANGUAGE
from annotator.storage.schemes.value_keys import CHORD_TAKEN
from annotator.translation.messages import N_, _, listed, number

LONGEST_NAME, LONGEST_TITLE, NAMED, CHORD = 80, 200, 40, 2
NO_CHORD = N_("The keys of a choice are two letters, digits or signs, one after the other, as in V 1.")
LABEL_WINS = N_("{key} is the key of “{label}”, and a label wins over the keys of values.")


def name_refusal(scheme: Scheme, place: Part, name: str) -> str:
    """Return why the part cannot have this name."""
    if not name.strip():
        return _("It needs a name.")
    if name != name.strip() or visible(name) != name or "\n" in name:
        return _("A name has no blanks at its ends, no line breaks and no invisible characters.")
    if len(name) > LONGEST_NAME:
        return _("A name has at most {count} characters.").format(count=number(LONGEST_NAME))
    if name != place.name and place.named(name) in siblings(scheme, place):
        return _("There is another “{name}” here already.").format(name=shortened(name, NAMED))
    return ""


def title_refusal(name: str) -> str:
    """Return why the scheme itself cannot be called so."""
    if not name.strip():
        return _("It needs a name.")
    if visible(name) != name or "\n" in name:
        return _("A name has no line breaks and no invisible characters.")
    if len(name) > LONGEST_TITLE:
        return _("A name has at most {count} characters.").format(count=number(LONGEST_TITLE))
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


def key_remark(scheme: Scheme, key: str) -> str:
    """Return which values lose their keys to a label with this key; empty where none does."""
    rules = first_keys(scheme).get(key.casefold(), ()) if key else ()
    if not rules:
        return ""
    names = listed(f"“{name}”" for name in dict.fromkeys(shortened(rule.id, NAMED) for rule in rules))
    sentence = _("Keys of values begin with {key} too: a label wins, and those of {attributes} do nothing.")
    return sentence.format(key=key.upper(), attributes=names)


def chord_refusal(scheme: Scheme, place: Part, chord: str, held: Callable[[str], str]) -> str:
    """Return why the choice or the state cannot have these two keys, of which the second may be yet to come."""
    keys = chord.split(" ")
    if not chord:
        return ""
    if len(keys) > CHORD or not all(len(key) == 1 and key.isprintable() for key in keys):
        return _(NO_CHORD)
    if label := tagging_keys(scheme).get(keys[0]):
        return _(LABEL_WINS).format(key=keys[0].upper(), label=shortened(shown_name(label), NAMED))
    return held(keys[0]) or _chord_of_other(scheme, place, chord)


def free_keys(scheme: Scheme, held: Callable[[str], str]) -> list[str]:
    """Return letters that no label has, no value begins with and that the program leaves alone."""
    taken = {label.key.casefold() for label in scheme.labels} | RESERVED_KEYS | first_keys(scheme).keys()
    letters = (letter for letter in ascii_lowercase if letter not in taken)
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


def _chord_of_other(scheme: Scheme, place: Part, chord: str) -> str:
    own, others = (place.attribute, place.choice), rules_of(scheme, place)
    if place.root == STATE:  # its keys set it whatever the label is
        own, others = (STATE, place.id), tuple(rule for label in scheme.labels for rule in label.attributes)
    for rule in (*others, state_rule(scheme)):
        for choice, keys in rule.keys:
            if keys == chord and (rule.id, choice) != own:
                facts = {"choice": told(choice), "attribute": told(rule.id)}
                return _(CHORD_TAKEN).format(keys=told(keys.upper()), **facts)
    return ""


def _key_of_label(key: str, holder: Label) -> str:
    name = shortened(shown_name(holder), NAMED)
    return _("{key} is the key of “{label}”.").format(key=key.upper(), label=name)
