"""Offsets in the units in which other programs count."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from annotator.interop.options import CODE_POINTS, UTF_16
from annotator.model.offsets import Utf16Map
from annotator.model.span import Span


class Offsets:
    """Converts code points of one text to one of ``options.UNITS`` and back."""

    def __init__(self, text: str, unit: str) -> None:
        self._utf16 = Utf16Map(text) if unit == UTF_16 else None
        plain = unit in (CODE_POINTS, UTF_16) or text.isascii()
        self._bytes = [] if plain else [0, *accumulate(len(character.encode()) for character in text)]

    def out(self, position: int) -> int:
        """The offset of the code point in the unit."""
        if self._utf16:
            return self._utf16.to_utf16(position)
        return self._bytes[position] if self._bytes else position

    def back(self, offset: int) -> int:
        """The code point at the offset; the one it lies in, where it lies inside one."""
        if self._utf16:
            return self._utf16.to_code_points(offset)
        if not self._bytes:
            return offset
        at = bisect_left(self._bytes, offset)
        return at if at < len(self._bytes) and self._bytes[at] == offset else at - 1

    def of(self, span: Span) -> tuple[int, int]:
        """The span's ends in the unit."""
        if not self._utf16 and not self._bytes:
            return span.start, span.end
        return self.out(span.start), self.out(span.end)

    def span(self, start: int, end: int) -> Span:
        """The span with these ends. Raises ValueError where it is empty or begins before the text."""
        return Span(self.back(start), self.back(end))
