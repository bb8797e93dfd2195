"""The sentences of a text in any script: what is kept, dropped, put in and moved as a whole when a text is edited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from annotator.model.span import Span, trimmed

CLOSING = "[\"'’”»›)\\]」』”）】》]*"
END = re.compile(rf"[.!?…؟۔।]+{CLOSING}(?=\s)|[。！？]+{CLOSING}|\n+")
CLAUSE = re.compile(r"[,;:،؛，；：、]+")
WORD = re.compile(r"\S+")
LONG = 600
LONGEST = 4_000
ONE_IN = 16
"""In a text without any punctuation a piece ends behind about every so manieth word: always the same words."""


def units(text: str) -> list[Span]:
    """The sentences, in order, without the blanks between them; very long ones in pieces."""
    found = (trimmed(text, start, end) for start, end in _between(END, text, 0, len(text)))
    return [piece for unit in found if unit for piece in _pieces(text, unit)]


def _pieces(text: str, unit: Span) -> Iterator[Span]:
    if len(unit) <= LONG:
        yield unit
        return
    for clause in _between(CLAUSE, text, unit.start, unit.end):
        for start, end in _cut(text, *clause):
            if piece := trimmed(text, start, end):
                yield piece


def _between(ends: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in ends.finditer(text, start, end):
        yield start, match.end()
        start = match.end()
    if start < end:
        yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the same words stand the cuts are the same, whatever was edited before them."""
    if end - start > LONG:
        for word in WORD.finditer(text, start, end):
            if crc32(word[0].encode()) % ONE_IN == 0:
                yield start, word.end()
                start = word.end()
    for piece in range(start, end, LONGEST):
        yield piece, min(end, piece + LONGEST)
