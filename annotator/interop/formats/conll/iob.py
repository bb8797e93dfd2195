"""Token tagging schemes: writes IOB2; reads IOB1, IOB2, BIOES and BILOU."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

OUTSIDE = "O"
BEGINNING, INSIDE, ENDING, SINGLE = "B", "IM", "EL", "SU"
TAG = re.compile(r"O|[BIMELSU](?:-(.*))?")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens from ``first`` up to but excluding ``end``; ``regular`` means that their tags follow the scheme."""

    type: str
    first: int
    end: int
    regular: bool = True


def tags(length: int, ranges: Iterable[tuple[int, int]], type: str) -> list[str]:
    """Return the IOB2 tags of ``length`` tokens, of which the ranges, which must not overlap, have the type."""
    result = [OUTSIDE] * length
    for first, end in ranges:
        result[first:end] = [f"B-{type}", *[f"I-{type}"] * (end - first - 1)]
    return result


def is_tag(text: str) -> bool:
    """Return whether the text is a tag of one of the schemes."""
    return TAG.fullmatch(text) is not None


def chunks(sequences: Iterable[Sequence[str]]) -> Iterator[Chunk]:
    """Yield the tagged ranges, with tokens counted through all sequences; none continues into the next sequence."""
    sequences = [*sequences]
    flat = [tag for sequence in sequences for tag in (*sequence, OUTSIDE)]
    used = {tag[0] for tag in flat}
    ends_are_marked = bool(used & {*ENDING, *SINGLE})
    lenient = not ends_are_marked and not any(
        tag[0] == BEGINNING and before == OUTSIDE for before, tag in zip([OUTSIDE, *flat], flat, strict=False)
    )
    at = 0
    for sequence in sequences:
        for chunk in _in_one(sequence, lenient=lenient, ends_are_marked=ends_are_marked):
            yield Chunk(chunk.type, chunk.first + at, chunk.end + at, chunk.regular)
        at += len(sequence)


def _in_one(sequence: Sequence[str], *, lenient: bool, ends_are_marked: bool) -> Iterator[Chunk]:
    """Yield one sequence's tagged ranges; ``lenient`` accepts one that begins with an inside tag, as in IOB1."""
    first, type, regular = -1, "", True
    for at, tag in enumerate(sequence):
        match = TAG.fullmatch(tag)
        prefix, kind = tag[:1], (match[1] if match else "") or ""
        goes_on = prefix in INSIDE + ENDING and first >= 0 and kind == type
        if first >= 0 and not goes_on:
            yield Chunk(type, first, at, regular and not ends_are_marked)
            first = -1
        if first < 0 and prefix != OUTSIDE:
            first, type, regular = at, kind, lenient or prefix in BEGINNING + SINGLE
        if prefix in ENDING + SINGLE:
            yield Chunk(type, first, at + 1, regular)
            first = -1
    if first >= 0:
        yield Chunk(type, first, len(sequence), regular and not ends_are_marked)
