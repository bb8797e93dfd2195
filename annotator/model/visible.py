"""Text in which every character that works in the dark can be seen."""

from __future__ import annotations

import re

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tab and newline, what turns the direction of the text after it, and what is not Unicode.

The marks of direction (U+200E, U+200F, U+061C) turn nothing but themselves and are part of honest names.
"""


def visible(text: str) -> str:
    """The text with such characters as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
