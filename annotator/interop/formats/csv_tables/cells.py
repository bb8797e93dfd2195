"""Conversion of values to table cells; with the scheme, values can be restored from them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from annotator.interop.json.writing import json_line
from annotator.model.annotation import Value
from annotator.model.scheme import AttributeRule
from annotator.storage.yaml.yaml_writing import scalar, value_of

TYPED = ("number", "flag")
SEPARATOR = "; "
IN_LIST = re.compile(r"[\\;]")
TOKENS = re.compile(r"\\.|; ?|[^\\;]+", re.DOTALL)


def cell_of(value: Value, rule: AttributeRule | None) -> str:
    """Return the cell of a value, or of several for an attribute that allows them; other structures become JSON."""
    if isinstance(value, list) and rule and rule.many and not any(isinstance(item, list | dict) for item in value):
        return SEPARATOR.join(IN_LIST.sub(r"\\\g<0>", _single(item)) for item in value)
    return _single(value)


def value_in(cell: str, rule: AttributeRule | None) -> Value:
    """Return the cell's value by the attribute's rule, or as text where there is no rule."""
    if rule and rule.many:
        return [_typed(item, rule) for item in _items(cell)]
    return _typed(cell, rule)


def can_be_told(value: Value, rule: AttributeRule | None) -> bool:
    """Return whether the value can be restored from its cell."""
    if value in (None, "", []):
        return True
    return json_line(value_in(cell_of(value, rule), rule)) == json_line(value)


def json_cell(values: Mapping[str, Value]) -> str:
    """Return unknown keys as JSON; empty where there are none."""
    return json_line(dict(values)) if values else ""


def _single(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case list() | dict():
            return json_line(value)
        case _:
            return scalar(value)


def _typed(cell: str, rule: AttributeRule | None) -> Value:
    return value_of(cell) if cell and rule and rule.type in TYPED else cell


def _items(cell: str) -> list[str]:
    """Return the items between unescaped semicolons, without their escapes."""
    items = [""]
    for token in TOKENS.findall(cell):
        if token.startswith(";"):
            items.append("")
        else:
            items[-1] += token[1:] if token.startswith("\\") else token
    return items
