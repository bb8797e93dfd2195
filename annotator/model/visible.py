"""Escapes for control characters and bidirectional overrides, which are invisible in a text."""

from __future__ import annotations

import re

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters except tab and newline, bidirectional embeddings, overrides and isolates, and lone surrogates.

The directional marks (U+200E, U+200F, U+061C) do not reorder the text after them and occur in legitimate names.
"""


def visible(text: str) -> str:
    """Return the text with each unsafe character as a Python escape such as ``\\u202e``."""
    if text.isascii() and text.isprintable():
        return text
    return UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
