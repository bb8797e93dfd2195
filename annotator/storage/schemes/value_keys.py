"""Validation of the keys that a scheme gives to choices: two for each, pressed one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.model.scheme import AttributeRule
from annotator.model.scheme_keys import DIGITS
from annotator.storage.files.file_error import told
from annotator.storage.schemes.program_keys import HELD_KEYS
from annotator.storage.yaml.lined_mapping import LinedMapping
from annotator.translation.messages import N_, _

KEYS = "keys"
CHORD_TAKEN = N_("The keys {keys} set {choice} of {attribute} already; each choice needs keys of its own.")
LABELS_KEY = N_("The key {key} is that of the label {label}: the keys of {attribute} that begin with it do nothing.")
PROGRAMS_KEY = N_("The program needs the key {key}: the keys of {attribute} that begin with it do nothing.")
NO_LABELS = N_("Keys for values are of attributes of labels: those of {attribute} do nothing.")
Keys = tuple[tuple[str, str], ...]


def keys_of(rule: LinedMapping, choices: tuple[str, ...]) -> Keys:
    """Return what ``keys:`` says, each choice with its keys in small letters. Raises YamlError."""
    given = rule.mapping(KEYS)
    return tuple((choice, _keys(given, choice, choices)) for choice in given)


def check_keys(rules: LinedMapping, attributes: Mapping[str, AttributeRule]) -> None:
    """Refuse keys that set two choices of what the attributes belong to. Raises YamlError."""
    taken: dict[str, tuple[str, str]] = {}
    for id, rule in attributes.items():
        for choice, keys in rule.keys:
            if other := taken.get(keys):
                given = rules.mapping(id).mapping(KEYS)
                given.fail(
                    choice, _(CHORD_TAKEN).format(keys=told(keys), choice=told(other[1]), attribute=told(other[0]))
                )
            taken[keys] = id, choice


def lost_keys(root: LinedMapping) -> Iterator[tuple[int, str]]:
    """Yield line and sentence for each attribute of a valid scheme of whose keys some or all do nothing.

    Keys do nothing if the first of them tags with a label or is needed by the program, or if the attribute is not that
    of a label.
    """
    labels = root.mappings("labels")
    tagging = tagging_ids(labels)
    for label in labels:
        for id, given in _given_keys(label):
            for first in dict.fromkeys(given.text(choice).casefold()[:1] for choice in given):
                facts = {"key": told(first), "attribute": told(id), "label": told(tagging.get(first, ""))}
                if first in tagging:
                    yield given.line, _(LABELS_KEY).format(**facts)
                elif first in HELD_KEYS:
                    yield given.line, _(PROGRAMS_KEY).format(**facts)
    for owner in (*root.mappings("relations"), root.mapping("article")):
        yield from ((given.line, _(NO_LABELS).format(attribute=told(id))) for id, given in _given_keys(owner))


def tagging_ids(labels: Sequence[LinedMapping]) -> dict[str, str]:
    """Return the labels by the keys that tag with them: their own, and digits by their order."""
    own = {label.text("key").casefold(): label.text("id") for label in labels if label.text("key")}
    return {digit: label.text("id") for digit, label in zip(DIGITS, labels, strict=False)} | own


def _given_keys(owner: LinedMapping) -> Iterator[tuple[str, LinedMapping]]:
    for id, rule in owner.mapping("attributes").items():
        if isinstance(rule, LinedMapping) and (given := rule.mapping(KEYS)):
            yield id, given


def _keys(given: LinedMapping, choice: str, choices: tuple[str, ...]) -> str:
    if choice not in choices:
        given.fail(choice, _("There is no choice {choice} for these keys.").format(choice=told(choice)))
    return chord_of(given, choice)


def chord_of(given: LinedMapping, name: str) -> str:
    """Return the two keys at ``name`` in small letters, as ``v 1``. Raises YamlError."""
    keys = given.text(name).casefold()
    parts = keys.split(" ")
    if len(parts) != 2 or not all(len(part) == 1 and part.isprintable() for part in parts):
        sentence = _("The keys of a choice are two letters, digits or signs, as in v 1, not {keys}.")
        given.fail(name, sentence.format(keys=told(given.text(name))))
    return keys
