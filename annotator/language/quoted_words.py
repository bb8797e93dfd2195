"""Words between quotation marks of the window's language, with no second pair where they have their own."""

from __future__ import annotations

import re

from annotator.translation.messages import _

PAIRS = ("“”", "„“", "„”", "«»", "»«", "‹›", "「」", "『』", "‚‘")
"""Marks that open and close; “»” opens and “«” closes in German."""
OTHER_PAIRS = ("””", '""', "‘’", "''")
APOSTROPHES = re.compile(r"(?<=\w)['’](?=\w)")


def quoted(words: str) -> str:
    """Return the words in quotation marks; one pair around all of them gives way to these."""
    return _("“{words}”").format(words=without_marks(words))


def without_marks(words: str) -> str:
    """Return the words without a pair of quotation marks around all of them, for a message that has its own.

    “He said “no”” keeps its marks, as they are not around all; so do “yes” and “no”, which are two quotations.
    """
    bare = words.strip()
    return bare[1:-1].strip() or words if any(_is_around(pair, bare) for pair in (*PAIRS, *OTHER_PAIRS)) else words


def _is_around(pair: str, words: str) -> bool:
    if len(words) < len("“a”") or (words[0], words[-1]) != (pair[0], pair[1]):
        return False
    inside, open = APOSTROPHES.sub("", words[1:-1]), 1
    for sign in inside:
        open += (sign == pair[0]) - (sign == pair[1]) if pair[0] != pair[1] else -(sign == pair[0])
        if not open:
            return False
    return open == 1
