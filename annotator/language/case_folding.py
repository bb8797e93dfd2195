"""Case folding that keeps offsets."""

from __future__ import annotations


def folded(text: str) -> str:
    """Return the text casefolded, code point for code point; one that would become several stays as it is."""
    whole = text.casefold()
    if len(whole) == len(text):
        return whole
    return "".join(map(_one, text))


def _one(char: str) -> str:
    fold = char.casefold()
    return fold if len(fold) == 1 else char
