"""Values as JSON on one line: numbers with all their digits, text readable."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

NOT_ASCII = re.compile("[^\x00-\x7f]")
ZEROS = b"0.0000"
"""How msgspec writes numbers of five or more places that begin with 0; of these a float is to keep its exponent."""

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def json_line(value: Any) -> str:
    """The value without a newline. Raises TypeError for what JSON has no place for.

    A decimal is written as it is, a float as Python writes it: so each can be told from the other when it is read.
    """
    data = _ENCODER.encode(value)
    if ZEROS in data:
        data = _ENCODER.encode(_with_exponents(value))
    return data.decode()


def ascii_json_line(value: Any) -> str:
    """The same for readers that guess at a file's encoding: everything beyond ASCII is escaped."""
    return NOT_ASCII.sub(lambda sign: json.dumps(sign[0])[1:-1], json_line(value))


def _with_exponents(value: Any) -> Any:
    match value:
        case float():
            return msgspec.Raw(repr(value).encode())
        case dict():
            return {key: _with_exponents(item) for key, item in value.items()}
        case list() | tuple():
            return [_with_exponents(item) for item in value]
        case _:
            return value
