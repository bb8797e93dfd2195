"""Sentences of a text, very long ones in pieces: the units in which an edited text is compared with the old one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from annotator.language.sentences import sentences
from annotator.model.span import Span, trimmed

CLAUSE = re.compile(r"[,;:،؛，；：、]+")
WORD = re.compile(r"\S+")
LONG = 600
LONGEST = 4_000
ONE_IN = 16
"""In a text without any punctuation a piece ends after about every sixteenth word, always after the same words."""


def units(text: str) -> list[Span]:
    """Return the sentences in their order, without the blanks between them; those over ``LONG`` in pieces."""
    return [piece for sentence in sentences(text) for piece in _pieces(text, sentence)]


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    if len(sentence) <= LONG:
        yield sentence
        return
    for clause in _clauses(text, sentence.start, sentence.end):
        for start, end in _cut(text, *clause):
            if piece := trimmed(text, start, end):
                yield piece


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in CLAUSE.finditer(text, start, end):
        yield start, match.end()
        start = match.end()
    if start < end:
        yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a long clause; where the same words stand the cuts are the same, whatever precedes them."""
    if end - start > LONG:
        for word in WORD.finditer(text, start, end):
            if crc32(word[0].encode()) % ONE_IN == 0:
                yield start, word.end()
                start = word.end()
    for piece in range(start, end, LONGEST):
        yield piece, min(end, piece + LONGEST)
