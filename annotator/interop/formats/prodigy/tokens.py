"""Tokens for Prodigy: they cover the whole text, and annotations begin and end at their boundaries."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from annotator.language.tokens import listed_bounds
from annotator.model.span import Span


class Tokens:
    """Tokens of a text. One space after a token belongs to it (``ws``) unless an annotation begins or ends there."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        spans = list(spans)
        starts, ends = {span.start for span in spans}, {span.end for span in spans}
        self._text = text
        self._spans: list[tuple[int, int]] = []
        self._spaced: set[int] = set()
        for start, end in _cut(_pieces(text), sorted(starts | ends)):
            space = text[start] == " " and start not in starts and start + 1 not in ends
            if space and self._spans and self._spans[-1][1] == start:
                self._spaced.add(len(self._spans) - 1)
                start += 1
            if start < end:
                self._spans.append((start, end))
        self._at = {start: number for number, (start, _) in enumerate(self._spans)}
        self._before = {end: number for number, (_, end) in enumerate(self._spans)}

    def records(self) -> list[dict[str, object]]:
        """Return the tokens as Prodigy's records."""
        return [
            {"text": self._text[start:end], "start": start, "end": end, "id": id, "ws": id in self._spaced}
            for id, (start, end) in enumerate(self._spans)
        ]

    def of(self, span: Span) -> tuple[int, int]:
        """Return the indexes of the first and last token of one of the spans."""
        return self._at[span.start], self._before[span.end]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield words, punctuation marks and the blanks between them."""
    end = 0
    for start, stop in listed_bounds(text):
        if end < start:
            yield end, start
        yield start, stop
        end = stop
    if end < len(text):
        yield end, len(text)


def _cut(pieces: Iterable[tuple[int, int]], places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the pieces, split at all places inside them."""
    for start, end in pieces:
        inside = places[bisect_right(places, start) : bisect_left(places, end)]
        yield from pairwise((start, *inside, end)) if inside else ((start, end),)
