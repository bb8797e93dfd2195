"""Writing of values as YAML that readers of YAML 1.1 and 1.2 understand alike; the same value gives the same text.

Block style, keys sorted, two-space indent, one line for each scalar. The reader is ``guarded_yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from annotator.model.annotation import Value

if TYPE_CHECKING:
    from decimal import Decimal

PLAIN = re.compile(r"[a-z][a-z0-9_-]*")
NOT_STRINGS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
LONGEST_SIMPLE_KEY = 1000  # YAML allows 1024 characters
UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
SHORT_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\\0"}
ESCAPE = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)")
ESCAPED = {f"\\{sign}": sign for sign in '"\\'} | {escape: sign for sign, escape in SHORT_ESCAPES.items()}
FURTHER_ESCAPE = re.compile(rb'\\[^\\"nrt0]')
"""An escape, or a newline that is escaped, by which a file may have a text in another way than ``quoted`` writes it."""

CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"], None),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]{1,4})?")
NUMERIC = frozenset("0123456789+-.")
LEAST_WRITTEN_OUT = -100
"""Exponent of the smallest digit that is written with all zeros before it."""


def quoted(text: str) -> str:
    """Return the text as a double-quoted YAML scalar."""
    if "\\" in text or '"' in text:
        text = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped(text)}"'


def escaped(text: str) -> str:
    """Return the text on one line, with YAML escapes for characters that are unprintable or would not round-trip."""
    if text.isprintable():
        return text
    text = text.replace("\n", "\\n")  # nearly always the only reason
    return text if text.isprintable() else UNPRINTABLE.sub(_escape, text)


def unquoted(text: str) -> str:
    """Return the text of a double-quoted scalar, the inverse of ``quoted``. Raises ValueError for an invalid escape."""
    return ESCAPE.sub(_unescape, text[1:-1]) if "\\" in text else text[1:-1]


def word(text: str) -> str:
    """Return the text unquoted if it is a plain word, or else in double quotes."""
    return text if PLAIN.fullmatch(text) and text not in NOT_STRINGS else quoted(text)


def number(value: float | Decimal) -> str:
    """Return a decimal as YAML, always with a point, because ``1e3`` is a string in YAML 1.1 and a number in 1.2.

    One of a single digit, as 1E-8, gets none beside it: it is written out, or zero with another exponent.
    """
    mantissa, e, exponent = str(value).lower().partition("e")
    if "." not in mantissa and e and not isinstance(value, float):
        if LEAST_WRITTEN_OUT <= int(exponent) < 0:
            return format(value, "f")
        exponent = exponent if value else f"{int(exponent) + 1:+d}"
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}{e}{exponent}"


def scalar(value: Value) -> str:
    """Return the value as a YAML scalar on one line; lists and mappings must be empty."""
    match value:
        case str():
            return word(value)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case list():
            return "[]"
        case dict():
            return "{}"
        case _:
            return number(value)


def value_of(text: str) -> Value:
    """Return the value of a plain scalar if YAML 1.1 and 1.2 agree that it is not a string, or else the text."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if text[0] not in NUMERIC:
        return text
    if INTEGER.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        from decimal import Decimal  # slow to import, and few articles have decimals

        value = float(text)
        return value if number(value) == text else Decimal(text)
    return text


def entry(key: str, value: Value, indent: str = "") -> str:
    """Return a key of a block mapping with its value, including the newline."""
    name = word(key)
    start = f"{indent}{name}:" if len(name) <= LONGEST_SIMPLE_KEY else f"{indent}? {name}\n{indent}:"
    if isinstance(value, dict) and value:
        return f"{start}\n{entries(value, indent + '  ')}"
    if isinstance(value, list) and value:
        return f"{start}\n{items(value, indent)}"
    return f"{start} {scalar(value)}\n"


def entries(mapping: Mapping[str, Value], indent: str = "") -> str:
    """Return a block mapping, sorted by key."""
    return "".join([entry(key, mapping[key], indent) for key in sorted(mapping)])


def items(values: Iterable[Value], indent: str = "") -> str:
    """Return a block sequence."""
    return "".join([f"{indent}- {_item(value, indent + '  ')}" for value in values])


def _item(value: Value, indent: str) -> str:
    if isinstance(value, dict) and value:
        return entries(value, indent)[len(indent) :]
    if isinstance(value, list) and value:
        return items(value, indent)[len(indent) :]
    return f"{scalar(value)}\n"


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in SHORT_ESCAPES:
        return SHORT_ESCAPES[character]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _unescape(match: re.Match[str]) -> str:
    return ESCAPED.get(match[0]) or chr(int(match[0][2:], 16))
