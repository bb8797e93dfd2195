"""Conversion of offsets between code points and the units of other programs."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from annotator.interop.options import CODE_POINTS, UTF_16
from annotator.model.offsets import Utf16Map
from annotator.model.span import Span


class Offsets:
    """Offsets of one text, converted between code points and one of ``options.UNITS``."""

    def __init__(self, text: str, unit: str) -> None:
        self._utf16 = Utf16Map(text) if unit == UTF_16 else None
        plain = unit in (CODE_POINTS, UTF_16) or text.isascii()
        self._bytes = [] if plain else [0, *accumulate(len(character.encode()) for character in text)]

    def out(self, position: int) -> int:
        """Return the offset in the unit of a position in code points."""
        if self._utf16:
            return self._utf16.to_utf16(position)
        return self._bytes[position] if self._bytes else position

    def back(self, offset: int) -> int:
        """Return the position in code points of an offset; an offset inside a code point gives its start."""
        if self._utf16:
            return self._utf16.to_code_points(offset)
        if not self._bytes:
            return offset
        at = bisect_left(self._bytes, offset)
        return at if at < len(self._bytes) and self._bytes[at] == offset else at - 1

    def of(self, span: Span) -> tuple[int, int]:
        """Return the span's start and end in the unit."""
        if not self._utf16 and not self._bytes:
            return span.start, span.end
        return self.out(span.start), self.out(span.end)

    def span(self, start: int, end: int) -> Span:
        """Return the span with these ends, given in the unit. Raises ValueError where it is empty or begins below 0."""
        return Span(self.back(start), self.back(end))
