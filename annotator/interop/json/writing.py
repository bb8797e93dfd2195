"""JSON on one line, with all digits of numbers and readable non-ASCII text."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

NOT_ASCII = re.compile("[^\x00-\x7f]")
ZEROS = b"0.0000"
"""Mark of small numbers that msgspec writes without an exponent; floats among them are encoded again with one."""

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def json_line(value: Any) -> str:
    """Return the value as JSON without a newline. Raises TypeError for types that JSON does not have.

    Decimals keep their digits and floats are written as Python's ``repr``, so that a reader can tell them apart.
    """
    data = _ENCODER.encode(value)
    if ZEROS in data:
        data = _ENCODER.encode(_with_exponents(value))
    return data.decode()


def ascii_json_line(value: Any) -> str:
    """Return the value as JSON with everything beyond ASCII escaped, for readers that guess a file's encoding."""
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
