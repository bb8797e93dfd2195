"""Number words that are written together, as in German: “zweiundzwanzigtausend”."""

from __future__ import annotations

import re
from functools import cache

from annotator.language.figures.vocabulary import Role, Vocabulary

PARTS = (Role.SMALL, Role.HUNDRED, Role.MAGNITUDE, Role.FRACTION, Role.OLD, Role.FOLD, Role.ORDINAL_MARK, Role.PLURAL)
"""Parts that words within a compound play."""


def pieces(form: str, words: Vocabulary) -> list[str]:
    """Return the words that the form consists of; none where it is no compound of a number."""
    known, whole = _patterns(words.code)(words)
    return known.findall(form) if whole.fullmatch(form) else []


@cache
def _patterns(_code: str) -> _Cache:
    return _Cache()


class _Cache:
    """Patterns of one language, compiled when they are asked for first."""

    def __init__(self) -> None:
        self._patterns: tuple[re.Pattern[str], re.Pattern[str]] | None = None

    def __call__(self, words: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
        if self._patterns is None:
            known = {word for role in PARTS for word in words.table.get(role, ()) if " " not in word}
            known |= words.table.get(Role.AND, {}).keys()
            one = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
            self._patterns = re.compile(one), re.compile(f"(?:{one})+")
        return self._patterns
