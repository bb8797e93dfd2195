"""Joining of lines that were broken to fit a page, with removal of hyphenation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

HYPHENS = "-\u2010\u00ad"
SOFT = "\u00ad"
COMPOUND = re.compile(r"\w+(?:[-\u2010]\w+)+")


def compounds_of(lines: Iterable[str]) -> frozenset[str]:
    """Return the words with a hyphen of their own, as found within lines."""
    return frozenset(word.casefold() for line in lines for word in COMPOUND.findall(line))


def join_lines(lines: Iterable[str], compounds: frozenset[str] = frozenset()) -> tuple[str, int]:
    """Join the lines into one; return it and the number of words that lost a dividing hyphen.

    A hyphen is kept unless a small letter follows, as in “COVID-” and “19”, and in a word that is a known compound.
    """
    text, divided = "", 0
    for line in lines:
        if _is_divided(text, line, compounds):
            text, divided = text[:-1] + line, divided + 1
        else:
            text += _between(text, line) + line
    return text, divided


def _is_divided(text: str, line: str, compounds: frozenset[str]) -> bool:
    if text[-1:] == SOFT:
        return True
    if len(text) < 2 or text[-1] not in HYPHENS or unicodedata.category(text[-2])[0] not in "LM":
        return False
    whole = COMPOUND.search(text[-50:].split()[-1] + re.split(r"\W", line, maxsplit=1)[0])
    return line[:1].islower() and not (whole and whole[0].casefold() in compounds)


def _between(text: str, line: str) -> str:
    """Return the separator: a blank, but none after a word's hyphen and none in scripts without word spaces."""
    if not text or not line or (text[-1] in HYPHENS and not text[-2:-1].isspace()):
        return ""
    wide = unicodedata.east_asian_width(text[-1]) in "WF" and unicodedata.east_asian_width(line[0]) in "WF"
    return "" if wide else " "
