"""Metadata comments in CoNLL files, in the form of a token tagged O for readers that do not support comments."""

from __future__ import annotations

import json
import re

from annotator.interop.formats.conll.iob import OUTSIDE

COMMENT = re.compile(rf"# (path|annotator|label): (.+?)(?:\t{OUTSIDE})?")


def comment(key: str, value: str) -> str:
    """Return the comment's line; the value is JSON where it could not be read back otherwise."""
    plain = value.isprintable() and value.strip() == value and not value.startswith('"')
    return f"# {key}: {value if plain else json.dumps(value)}\t{OUTSIDE}\n"


def parse_comment(line: str) -> tuple[str, str] | None:
    """Return key and value of a metadata comment; None where the line is none."""
    match = COMMENT.fullmatch(line)
    if match is None:
        return None
    key, value = match[1], match[2]
    if value.startswith('"'):
        try:
            value = json.loads(value)
            value.encode()
        except (ValueError, AttributeError):  # a lone surrogate raises UnicodeEncodeError, a ValueError
            return None
    return key, value
