"""Tokens for Prodigy: they cover the whole text, and annotations begin and end at their boundaries."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import category

from annotator.model.span import Span

IDEOGRAPH = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
PIECE = re.compile(rf"\s+|\d+(?:[.,]\d+)+|[{IDEOGRAPH}]|[^\W{IDEOGRAPH}]+|[^\w\s]")
JOINER = "\u200d"
CLINGING = ("M", "Cf")
"""Unicode categories of characters that belong to the one before: combining marks, joiners."""


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
    """Yield words, numbers, ideographs, punctuation marks and blanks; combining characters stay with their base."""
    start, end = 0, 0
    for match in PIECE.finditer(text):
        if end and not (_is_combining(match[0], text[end - 1])):
            yield start, end
            start = end
        end = match.end()
    if end:
        yield start, end


def _is_combining(piece: str, before: str) -> bool:
    if piece.isascii() and before.isascii():
        return False
    joined = category(piece[0]).startswith(CLINGING) or before == JOINER or _is_mark_before_word(piece, before)
    return joined and not before.isspace() and not piece.isspace()


def _is_mark_before_word(piece: str, before: str) -> bool:
    """Return whether a word continues after a combining mark, as in “café” with one."""
    return category(before).startswith("M") and (piece[0].isalnum() or piece[0] == "_")


def _cut(pieces: Iterable[tuple[int, int]], places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the pieces, split at all places inside them."""
    for start, end in pieces:
        inside = places[bisect_right(places, start) : bisect_left(places, end)]
        yield from pairwise((start, *inside, end)) if inside else ((start, end),)
