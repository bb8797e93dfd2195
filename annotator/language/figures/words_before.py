"""Word before a figure, which tells what the figure is."""

from __future__ import annotations

import re

LAST_WORD = re.compile(r"([^\W\d_]+)['’]?[ \u00a0]*$")
LONGEST = 40


def last_word(before: str) -> str:
    """Return the last word of the text before a figure, in small letters; empty where there is none."""
    match = LAST_WORD.search(before[-LONGEST:])
    return match[1].casefold() if match else ""
