"""Validation of the states of check that a scheme uses, with their keys and colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from annotator.model.annotation import CHECK_STATES
from annotator.model.scheme import Label, StateRule
from annotator.storage.files.file_error import told
from annotator.storage.schemes.program_keys import HELD_KEYS
from annotator.storage.schemes.value_keys import chord_of
from annotator.storage.yaml.lined_mapping import LinedMapping
from annotator.translation.messages import N_, _, listed

STATES = "states"
STATE_KEYS = frozenset({"id", "keys", "colour"})
LABEL_WINS = N_("The key {key} is that of the label {label}: the keys of the state {state} do nothing.")
PROGRAM_WINS = N_("The program needs the key {key}: the keys of the state {state} do nothing.")


def states_of(
    root: LinedMapping, labels: Sequence[Label], colour_of: Callable[[LinedMapping], str]
) -> tuple[StateRule, ...]:
    """Return the states in their order; none if the scheme does not say which it uses. Raises YamlError."""
    taken = {keys: rule.id for label in labels for rule in label.attributes for _choice, keys in rule.keys}
    found: dict[str, StateRule] = {}
    for item in root.mappings(STATES):
        state = StateRule(
            _id(item, found), chord_of(item, "keys") if item.get("keys") is not None else "", colour_of(item)
        )
        if other := taken.get(state.keys):
            sentence = _("The keys {keys} set {other} already; each state needs keys of its own.")
            item.fail("keys", sentence.format(keys=told(state.keys), other=told(other)))
        if state.keys:
            taken[state.keys] = state.id
        found[state.id] = state
    return tuple(found.values())


def lost_state_keys(root: LinedMapping, tagging: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield line and sentence for each state of a valid scheme whose keys do nothing.

    ``tagging`` has the labels by the keys that tag with them.
    """
    for item in root.mappings(STATES):
        first = item.text("keys").casefold()[:1]
        facts = {"key": told(first), "state": told(item.text("id")), "label": told(tagging.get(first, ""))}
        if first and first in tagging:
            yield item.line_of("keys"), _(LABEL_WINS).format(**facts)
        elif first and first in HELD_KEYS:
            yield item.line_of("keys"), _(PROGRAM_WINS).format(**facts)


def _id(item: LinedMapping, found: Mapping[str, StateRule]) -> str:
    id = item.required("id")
    if id not in CHECK_STATES:
        sentence = _("There is no state {state}; the states are {states}.")
        item.fail("id", sentence.format(state=told(id), states=listed(CHECK_STATES)))
    if id in found:
        item.fail("id", _("The state {state} stands there twice.").format(state=told(id)))
    for key in item.keys() - STATE_KEYS:
        sentence = _("The key {key} is not known here; known are {keys}.")
        item.fail(key, sentence.format(key=told(key), keys=listed(sorted(STATE_KEYS))))
    return id
