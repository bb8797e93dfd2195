"""YAML as a person would lay it out: the order of the keys is kept, and short lists stand on one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.model.annotation import Value
from annotator.storage.yaml.yaml_writing import LONGEST_SIMPLE_KEY, scalar, word

WIDEST = 100
"""Characters of a list that is written on one line."""


def on_one_line(value: Value) -> str:
    """Return the value in flow style."""
    match value:
        case dict():
            return f"{{{', '.join(f'{_flow_key(key)} {on_one_line(item)}' for key, item in value.items())}}}"
        case list():
            return f"[{', '.join(map(on_one_line, value))}]"
        case _:
            return scalar(value)


def as_written(value: Value) -> str:
    """Return the value as a file has it, a text without quotes, for people to read."""
    return value if isinstance(value, str) else on_one_line(value)


def lines_of(value: Mapping[str, Value] | Sequence[Value], column: int) -> str:
    """Return the entries in block style, indented by ``column``, without the last newline."""
    indent = " " * column
    if isinstance(value, Mapping):
        return "\n".join(f"{indent}{entry(key, item, column)}" for key, item in value.items())
    return "\n".join(f"{indent}{item_of(item, column)}" for item in value)


def entry(key: str, value: Value, column: int) -> str:
    """Return an entry of a mapping whose keys stand at ``column``, without the indent of its first line."""
    return f"{start_of(key)}{after_key(value, column)}" if fits_a_key(key) else _long_entry(key, value, column)


def item_of(value: Value, column: int) -> str:
    """Return an item of a list whose dashes stand at ``column``, without the indent of its first line."""
    if isinstance(value, dict | list) and not is_short(value):
        return f"- {lines_of(value, column + 2)[column + 2 :]}"
    return f"- {on_one_line(value)}"


def after_key(value: Value, column: int) -> str:
    """Return what stands after the colon of a key at ``column``: a blank and the value, or lines below it."""
    if isinstance(value, dict | list) and not is_short(value):
        return f"\n{lines_of(value, column + 2 if isinstance(value, dict) else column)}"
    return f" {on_one_line(value)}"


def start_of(key: str) -> str:
    """Return the key with its colon."""
    return f"{word(key)}:"


def fits_a_key(key: str) -> bool:
    """Tell whether YAML allows the key before a colon on one line."""
    return len(word(key)) <= LONGEST_SIMPLE_KEY


def is_short(value: Value) -> bool:
    """Tell whether the value is written on the line of its key."""
    if isinstance(value, dict):
        return not value
    if isinstance(value, list):
        return not any(isinstance(item, dict | list) for item in value) and _length(value) <= WIDEST
    return True


def _length(values: Sequence[Value]) -> int:
    return sum(len(scalar(item)) + 2 for item in values)


def _flow_key(key: str) -> str:
    return start_of(key) if fits_a_key(key) else f"? {word(key)} :"


def _long_entry(key: str, value: Value, column: int) -> str:
    return f"? {word(key)}\n{' ' * column}:{after_key(value, column)}"
