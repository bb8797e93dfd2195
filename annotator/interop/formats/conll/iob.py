"""Stretches of tokens as tags that begin, go on and end: IOB2 when written; IOB1, IOB2, BIOES and BILOU when read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

OUTSIDE = "O"
BEGINNING, INSIDE, ENDING, SINGLE = "B", "IM", "EL", "SU"
TAG = re.compile(r"O|[BIMELSU](?:-(.*))?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The tokens from ``first`` up to ``end``; ``regular``: its tags follow each other as the scheme has it."""

    type: str
    first: int
    end: int
    regular: bool = True


def tags(length: int, ranges: Iterable[tuple[int, int]], type: str) -> list[str]:
    """IOB2 for so many tokens, of which the ranges, which do not overlap, are of that type."""
    result = [OUTSIDE] * length
    for first, end in ranges:
        result[first:end] = [f"B-{type}", *[f"I-{type}"] * (end - first - 1)]
    return result


def is_tag(text: str) -> bool:
    """Whether it is a tag of one of the schemes."""
    return TAG.fullmatch(text) is not None


def stretches(sequences: Iterable[Sequence[str]]) -> Iterator[Stretch]:
    """What the tags say, token by token through all sequences; nothing goes on from one sequence to the next."""
    sequences = [*sequences]
    flat = [tag for sequence in sequences for tag in (*sequence, OUTSIDE)]
    used = {tag[0] for tag in flat}
    ends_are_marked = bool(used & {*ENDING, *SINGLE})
    lenient = not ends_are_marked and not any(
        tag[0] == BEGINNING and before == OUTSIDE for before, tag in zip([OUTSIDE, *flat], flat, strict=False)
    )
    at = 0
    for sequence in sequences:
        for stretch in _in_one(sequence, lenient=lenient, ends_are_marked=ends_are_marked):
            yield Stretch(stretch.type, stretch.first + at, stretch.end + at, stretch.regular)
        at += len(sequence)


def _in_one(sequence: Sequence[str], *, lenient: bool, ends_are_marked: bool) -> Iterator[Stretch]:
    """``lenient``: as in IOB1, what goes on without a beginning is no fault."""
    first, type, regular = -1, "", True
    for at, tag in enumerate(sequence):
        match = TAG.fullmatch(tag)
        prefix, kind = tag[:1], (match[1] if match else "") or ""
        goes_on = prefix in INSIDE + ENDING and first >= 0 and kind == type
        if first >= 0 and not goes_on:
            yield Stretch(type, first, at, regular and not ends_are_marked)
            first = -1
        if first < 0 and prefix != OUTSIDE:
            first, type, regular = at, kind, lenient or prefix in BEGINNING + SINGLE
        if prefix in ENDING + SINGLE:
            yield Stretch(type, first, at + 1, regular)
            first = -1
    if first >= 0:
        yield Stretch(type, first, len(sequence), regular and not ends_are_marked)
