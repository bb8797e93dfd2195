"""Normalisation of a foreign text to the form of an article: no byte order mark, LF newlines."""

from __future__ import annotations

import re
from bisect import bisect_left

DROPPED = re.compile("\\A\ufeff|\r(?=\n)")


class Newlines:
    """Text with normalised newlines, and the map from positions in the original to positions in ``text``."""

    def __init__(self, original: str) -> None:
        self._dropped = [match.start() for match in DROPPED.finditer(original)]
        self.text = DROPPED.sub("", original).replace("\r", "\n")

    def moved(self, position: int) -> int:
        """Return the position in ``text`` of one in the original; between CR and LF it is before the newline."""
        return position - bisect_left(self._dropped, position)
