"""Conversion of offsets between code points and UTF-16 code units."""

from __future__ import annotations

import re
from bisect import bisect_left

ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Offset converter of one text. A UTF-16 offset inside a surrogate pair counts as the start of the character."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        self._points = [] if text.isascii() else [match.start() for match in ASTRAL.finditer(text)]
        self._units = [point + index for index, point in enumerate(self._points)]

    def to_utf16(self, position: int) -> int:
        """Return the offset in UTF-16 code units of the code-point offset ``position``."""
        return position + bisect_left(self._points, position)

    def to_code_points(self, position: int) -> int:
        """Return the offset in code points of the UTF-16 offset ``position``."""
        return position - bisect_left(self._units, position)
