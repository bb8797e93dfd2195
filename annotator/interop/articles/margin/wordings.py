"""Wordings that a comment proposes: “old → new”, where the old words are those that it is about."""

from __future__ import annotations

import re

ARROW = re.compile(r"\s*(?:→|⇒|->|=>)\s*")
MARKS = "\"“”„«»‚‘’' "


def wording_in(text: str, words: str) -> tuple[str, str] | None:
    """Return the old and the new words where the comment says nothing else; the marks around them are left out."""
    sides = [side.strip(MARKS) for side in ARROW.split(text.strip())]
    if len(sides) != 2 or "\n" in text.strip() or not sides[1]:
        return None
    return (words, sides[1]) if sides[0] == " ".join(words.split()).strip(MARKS) else None
