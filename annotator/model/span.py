"""Spans: half-open ranges of Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from msgspec import Struct

EDGES = attrgetter("start", "end")
"""Sort key of spans that takes a third of the time of comparing the spans."""


class Span(Struct, frozen=True, order=True, gc=False):
    """The range ``text[start:end]`` in code points; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start} and {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, position: int) -> bool:
        """Return True if the code point at ``position`` is inside the span."""
        return self.start <= position < self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the part of ``text`` inside the span, cut off at the end of the text."""
        return text[self.start : self.end]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span from ``start`` to ``end`` without white space at its ends; None for white space only."""
    if start < end <= len(text):
        first = start + text[start].isspace()  # nearly always there is one blank before a sentence, and none behind
        if first < end and not text[first].isspace() and not text[end - 1].isspace():
            return Span(first, end)
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(start + left, start + right) if left < right else None


def without_blanks(text: str, span: Span) -> Span:
    """Return the span without white space at its ends; the span itself if nothing else is in it."""
    if text[span.start : span.start + 1].isspace() or text[span.end - 1 : span.end].isspace():
        return trimmed(text, span.start, span.end) or span
    return span


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the fewest spans that cover the same code points, sorted."""
    result: list[Span] = []
    for span in sorted(spans, key=EDGES):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
