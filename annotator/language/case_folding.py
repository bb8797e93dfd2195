"""Case folding that keeps every character at its offset; filters and searches fold by ``folding``."""

from __future__ import annotations


def folded(text: str) -> str:
    """Return ``text`` case-folded, with the same length; a character that would become several is left as it is."""
    whole = text.casefold()
    if len(whole) == len(text):
        return whole
    return "".join(map(_one, text))


def _one(char: str) -> str:
    fold = char.casefold()
    return fold if len(fold) == 1 else char
