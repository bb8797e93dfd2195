"""Keys that give the selected rows of the board a value: those of the scheme, or S and a digit for the state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.facts.desk.which_facts import VERDICT

STATE_KEY = "s"
"""First of the two keys of a state where the scheme has none for it, unless it has this one for values."""


class KeyedValue(NamedTuple):
    """A column and the value that the keys give it."""

    column: BoardColumn
    value: str


def keyed_values(columns: Sequence[BoardColumn], first: str) -> dict[str, KeyedValue]:
    """Return what the second keys give after this first one; empty where it begins nothing."""
    found: dict[str, KeyedValue] = {}
    for column in columns:
        for choice, keys in column.rule.keys if column.rule and not column.rule.many else ():
            if keys[0] == first:
                found.setdefault(keys[-1], KeyedValue(column, choice))
    states = [column for column in columns if column.kind is ColumnKind.STATE]
    if first == STATE_KEY and not found and states and states[0].rule:
        return {str(at): KeyedValue(states[0], state) for at, state in enumerate(states[0].rule.choices, start=1)}
    return found


def first_key_of_states(columns: Sequence[BoardColumn]) -> str:
    """Return the first of the two keys of the states."""
    keys = [
        keys
        for column in columns
        if column.kind is ColumnKind.STATE and column.rule
        for _state, keys in column.rule.keys
    ]
    return keys[0][0] if keys else STATE_KEY


def verdict_of(columns: Sequence[BoardColumn], key: str) -> KeyedValue | None:
    """Return the verdict that a digit gives by itself; None for any other key."""
    verdicts = [column for column in columns if column.name == VERDICT and column.rule]
    if not verdicts or not verdicts[0].rule or not (key.isascii() and key.isdigit()):
        return None
    choices = verdicts[0].rule.choices
    return KeyedValue(verdicts[0], choices[int(key) - 1]) if 0 < int(key) <= len(choices) else None


def keys_of(column: BoardColumn, value: str) -> str:
    """Return the keys for the value as they stand in a menu; empty if it has none."""
    rule = column.rule
    if rule and column.kind is ColumnKind.STATE and not rule.keys:
        return f"{STATE_KEY.upper()} {rule.choices.index(value) + 1}" if value in rule.choices else ""
    return rule.key(value).upper() if rule else ""
