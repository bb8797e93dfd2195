"""Text made fit for one line."""

from __future__ import annotations

import unicodedata

from annotator.model.visible import visible

MOST_SHOWN = 300
"""Code points of a text of which a line shows the beginning."""


def plain_line(text: str) -> str:
    """Return the beginning of ``text`` with single blanks for any blanks, and escapes for what cannot be seen."""
    return visible(" ".join(text[:MOST_SHOWN].split()))


def shortened(text: str, length: int) -> str:
    """Return the plain line cut off with “…” where it is longer than ``length`` code points."""
    line = plain_line(text)
    return line if len(line) <= length else line[: length - 1] + "…"


def runs_leftwards(text: str) -> bool:
    """Return whether the first letter that has a direction is written from right to left."""
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"


def reads_leftwards(text: str) -> bool:
    """Return whether a text of a window that reads from right to left does so itself.

    It does not where all its letters are of the other direction, as those of a file's name may be.
    """
    letters = [char for char in text if char.isalpha()]
    return not letters or any(unicodedata.bidirectional(char) in ("R", "AL") for char in letters)
