"""A text of another program as this one has it: without a byte order mark, with LF newlines."""

from __future__ import annotations

import re
from bisect import bisect_left

DROPPED = re.compile("\\A\ufeff|\r(?=\n)")


class Newlines:
    """``text`` is what an article has in memory; ``moved`` says where a place of the original is in it."""

    def __init__(self, original: str) -> None:
        self._dropped = [match.start() for match in DROPPED.finditer(original)]
        self.text = DROPPED.sub("", original).replace("\r", "\n")

    def moved(self, position: int) -> int:
        """The place in ``text`` of a place in the original; between a CR and its LF is before the newline."""
        return position - bisect_left(self._dropped, position)
