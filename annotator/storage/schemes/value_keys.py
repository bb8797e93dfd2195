"""Validation of the keys that a scheme gives to choices: two for each, pressed one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotator.model.scheme import AttributeRule
from annotator.storage.files.file_error import told
from annotator.storage.yaml.lined_mapping import LinedMapping
from annotator.translation.messages import N_, _

KEYS = "keys"
CHORD_TAKEN = N_("The keys {keys} set {choice} of {attribute} already; each choice needs keys of its own.")
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
    """Yield line and sentence for each attribute of a valid scheme whose keys begin with the key of a label."""
    labels = root.mappings("labels")
    owners = {label.text("key").casefold(): label.text("id") for label in labels if label.text("key")}
    for label in labels:
        attributes = label.mapping("attributes")
        for id, rule in attributes.items():
            given = rule.mapping(KEYS) if isinstance(rule, LinedMapping) else LinedMapping(0)
            for first in dict.fromkeys(given.text(choice).casefold()[:1] for choice in given):
                if first in owners:
                    sentence = _("The key {key} is that of the label {label}: the keys of {attribute} do nothing.")
                    facts = {"key": told(first), "label": told(owners[first]), "attribute": told(id)}
                    yield given.line, sentence.format(**facts)


def _keys(given: LinedMapping, choice: str, choices: tuple[str, ...]) -> str:
    if choice not in choices:
        given.fail(choice, _("There is no choice {choice} for these keys.").format(choice=told(choice)))
    keys = given.text(choice).casefold()
    parts = keys.split(" ")
    if len(parts) != 2 or not all(len(part) == 1 and part.isprintable() for part in parts):
        sentence = _("The keys of a choice are two letters, digits or signs, as in v 1, not {keys}.")
        given.fail(choice, sentence.format(keys=told(given.text(choice))))
    return keys
