"""Text without the difference between capitals and small letters, each character in its old place."""

from __future__ import annotations


def folded(text: str) -> str:
    """The text casefolded; a character that would become several keeps its place as one."""
    whole = text.casefold()
    if len(whole) == len(text):
        return whole
    return "".join(map(_one, text))


def _one(char: str) -> str:
    fold = char.casefold()
    return fold if len(fold) == 1 else char
