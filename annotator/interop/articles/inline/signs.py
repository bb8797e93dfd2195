"""Signs that importers put around words which are no plain running text; ``settled`` takes them out of a paragraph.

They are noncharacters, which Unicode leaves to programs for their own use, so that they pass unharmed through joining
and trimming. Those that stand in a file are dropped like control characters.
"""

from __future__ import annotations

import re

RAISED, RAISED_END = "\ufdd0", "\ufdd1"
LOWERED, LOWERED_END = "\ufdd2", "\ufdd3"
MARK, MARK_END = "\ufdd4", "\ufdd5"
"""Around the mark of a footnote, whatever it is: 2, [2], *, ii."""

DELETED, DELETED_END = "\ufdd6", "\ufdd7"
INSERTED, INSERTED_END = "\ufdd8", "\ufdd9"
FROM, TO = "\ufdda", "\ufddb"
"""Before the number of a comment, where the words that it is about begin and end."""

ENDS = {RAISED: RAISED_END, LOWERED: LOWERED_END, MARK: MARK_END, DELETED: DELETED_END, INSERTED: INSERTED_END}
ZERO = 0xFDE0
"""The noncharacter that stands for the digit 0 in the number of a comment."""

SIGN = re.compile("[\ufdda\ufddb][\ufde0-\ufde9]{1,9}|[\ufdd0-\ufdef]")
STRAY = re.compile("[\ufdd0-\ufdef]")


def without_signs(text: str) -> str:
    """Return a file's text without the characters that would be taken for signs."""
    return STRAY.sub("", text)


def signed(text: str, sign: str) -> str:
    """Return the text between the sign and its end; empty text stays empty."""
    return f"{sign}{text}{ENDS[sign]}" if text else ""


def comment_begins(number: int) -> str:
    """Return the sign before the first word that the comment is about."""
    return FROM + _digits(number)


def comment_ends(number: int) -> str:
    """Return the sign after the last word that the comment is about."""
    return TO + _digits(number)


def comment_number(sign: str) -> int:
    """Return the number in the sign of a comment's place."""
    return int("".join(chr(ord(digit) - ZERO + ord("0")) for digit in sign[1:]))


def _digits(number: int) -> str:
    return "".join(chr(ZERO + int(digit)) for digit in str(number))
