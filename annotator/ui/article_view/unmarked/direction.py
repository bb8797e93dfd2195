"""Direction in which a text runs, by its letters."""

from __future__ import annotations

import re

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters and controls that make the visual order of a line differ from its logical order."""

SAMPLE = 4000
"""Characters at the beginning of a text by which its direction is judged."""


def mostly_right_to_left(text: str) -> bool:
    """Return whether most letters at the beginning of the text are of a script that runs from right to left."""
    part = text[:SAMPLE]
    return not part.isascii() and 2 * len(RIGHT_TO_LEFT.findall(part)) > sum(map(str.isalpha, part))
