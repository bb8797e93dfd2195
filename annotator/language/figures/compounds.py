"""Number words that are written together, as in German: “zweiundzwanzigtausend”."""

from __future__ import annotations

import re
from functools import cache

from annotator.language.figures.vocabulary import Role, Vocabulary

PARTS = (
    *(Role.SMALL, Role.HUNDRED, Role.MAGNITUDE, Role.FRACTION, Role.FOLD, Role.ORDINAL_MARK, Role.PLURAL),
    *(Role.YEARS_OLD, Role.AND),
)
"""Parts that words within a compound play."""
NUMBERS = {Role.SMALL, Role.HUNDRED, Role.MAGNITUDE, Role.FRACTION, Role.PLURAL, Role.VULGAR}
LONGEST = 60
LEAST_LETTERS = 5
"""Letters of the shortest unit that is written together with a number, as “tägig”."""
Known = tuple[tuple[str, ...], re.Pattern[str]]


def pieces(form: str, words: Vocabulary) -> list[str]:
    """Return the words that the form consists of; none where it is no compound of a number."""
    known, whole = _patterns(words)
    if len(form) > LONGEST or not whole.fullmatch(form):
        return []
    parts, at = list[str](), 0
    while at < len(form):
        fitting = (word for word in known if form.startswith(word, at))
        part = next(word for word in fitting if at + len(word) == len(form) or whole.fullmatch(form, at + len(word)))
        parts.append(part)
        at += len(part)
    return parts if words.entries[parts[0]].keys() & NUMBERS else []


@cache
def _patterns(words: Vocabulary) -> Known:
    """Return the words of which compounds consist, the longest first, and a pattern of such compounds."""
    found = {word for role in PARTS for word in words.table.get(role, ()) if " " not in word}
    found |= {word for word in words.table[Role.UNIT] if len(word) >= LEAST_LETTERS and " " not in word}
    known = tuple(sorted(found, key=len, reverse=True))
    return known, re.compile(f"(?:{'|'.join(map(re.escape, known))})+")
