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
"""Before the number of a comment, link or note, where the words that it is about begin and end."""

MOVED, MOVED_END = "\ufddc", "\ufddd"
"""Around words that were moved here; they and what is deleted or inserted may have the number of the change."""

ENDS = {
    RAISED: RAISED_END,
    LOWERED: LOWERED_END,
    MARK: MARK_END,
    DELETED: DELETED_END,
    INSERTED: INSERTED_END,
    MOVED: MOVED_END,
}
ZERO = 0xFDE0
"""The noncharacter that stands for the digit 0 in a number."""

SIGN = re.compile("[\ufdd6\ufdd8\ufdda-\ufddc][\ufde0-\ufde9]{1,9}|[\ufdd0-\ufdef]")
PLACE = re.compile("[\ufdda\ufddb][\ufde0-\ufde9]{1,9}")
STRAY = re.compile("[\ufdd0-\ufdef]")


def without_signs(text: str) -> str:
    """Return a file's text without the characters that would be taken for signs."""
    return text if text.isascii() else STRAY.sub("", text)


def signed(text: str, sign: str, number: int | None = None) -> str:
    """Return the text between the sign, with the number of the change, and its end; empty text stays empty."""
    return f"{numbered(sign, number)}{text}{ENDS[sign]}" if text else ""


def numbered(sign: str, number: int | None) -> str:
    """Return the sign with the number behind it; alone where there is none."""
    return sign if number is None else sign + _digits(number)


def begins(number: int) -> str:
    """Return the sign before the first word that the comment, link or note of this number is about."""
    return FROM + _digits(number)


def ends(number: int) -> str:
    """Return the sign after the last word that the comment, link or note of this number is about."""
    return TO + _digits(number)


def number_in(sign: str) -> int | None:
    """Return the number behind a sign; None where it has none."""
    return int("".join(chr(ord(digit) - ZERO + ord("0")) for digit in sign[1:])) if len(sign) > 1 else None


def places_in(text: str) -> str:
    """Return only the signs in the text that say where comments, links and notes begin and end."""
    return "" if text.isascii() else "".join(PLACE.findall(text))


def _digits(number: int) -> str:
    return "".join(chr(ZERO + int(digit)) for digit in str(number))
