"""Values as JSON on one line: numbers with all their digits, text readable, never NaN."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from secrets import token_hex
from typing import Any

MARK = token_hex(8)
MARKED = re.compile(f'"{MARK}([^"]*)"')
NOT_ASCII = re.compile("[^\x00-\x7f]")


def json_line(value: Any) -> str:
    """The value without a newline. Raises ValueError for NaN, TypeError for what JSON has no place for."""
    text = _ENCODER.encode(value)
    return MARKED.sub(r"\1", text) if MARK in text else text


def ascii_json_line(value: Any) -> str:
    """The same for readers that guess at a file's encoding: everything beyond ASCII is escaped."""
    return NOT_ASCII.sub(lambda sign: json.dumps(sign[0])[1:-1], json_line(value))


def _exact(value: Any) -> str:
    """A decimal for a while as text: the encoder knows no other number than its own."""
    if isinstance(value, Decimal):
        return f"{MARK}{value}"
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


_ENCODER = json.JSONEncoder(
    ensure_ascii=False,
    check_circular=False,  # what comes out of a file holds nothing that holds it
    allow_nan=False,
    separators=(",", ":"),
    default=_exact,
)
