"""Alignment of the tokens of a sentence with those of its edited version, and the blocks that result from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.language.tokens import Token

FIRM, MOVED, LOOSE = "firm", "moved", "loose"
Matches = list[tuple[int, int]]


class Block(NamedTuple):
    """Ranges of the old and the new text that correspond; ``alike`` if they are equal character by character.

    ``pair`` is the number of the pair of stretches that the block belongs to; ``kind`` tells how certain that pair is.
    Each pair of stretches begins and ends with an empty block.
    """

    start: int
    end: int
    new_start: int
    new_end: int
    pair: int
    kind: str
    alike: bool = True


def matches(old: Sequence[str], new: Sequence[str]) -> Matches:
    """Return the index pairs of the longest common subsequence; of several, the one found from the beginning."""
    from rapidfuzz.distance import Indel  # needed only if an article has changed

    blocks = Indel.opcodes(old, new)
    return [
        (block.src_start + step, block.dest_start + step)
        for block in blocks
        if block.tag == "equal"
        for step in range(block.src_end - block.src_start)
    ]


def matches_from_end(old: Sequence[str], new: Sequence[str]) -> Matches:
    """Return the index pairs of the longest common subsequence; of several, the one found from the end."""
    found = matches(old[::-1], new[::-1])
    return [(len(old) - 1 - a, len(new) - 1 - b) for a, b in reversed(found)]


def blocks(
    texts: tuple[str, str], tokens: tuple[Sequence[Token], Sequence[Token]], found: Matches, pair: int, kind: str
) -> Iterator[Block]:
    """Yield the blocks of two stretches with the given token matches, with an empty block at either end."""
    (old, new), (ours, theirs) = texts, tokens
    yield Block(ours[0].start, ours[0].start, theirs[0].start, theirs[0].start, pair, kind)
    run: Block | None = None
    for a, b in found:
        start, new_start = (run.start, run.new_start) if run else (ours[a].start, theirs[b].start)
        if old[start : ours[a].end] != new[new_start : theirs[b].end]:
            if run:
                yield run
            start, new_start = ours[a].start, theirs[b].start
        alike = old[start : ours[a].end] == new[new_start : theirs[b].end]
        run = Block(start, ours[a].end, new_start, theirs[b].end, pair, kind, alike)
        if not alike:
            yield run
            run = None
    if run:
        yield run
    yield Block(ours[-1].end, ours[-1].end, theirs[-1].end, theirs[-1].end, pair, kind)


def unmatched(tokens: Sequence[Token], at: set[int], least: int) -> Iterator[Sequence[Token]]:
    """Yield the runs of at least ``least`` tokens whose positions are not in ``at``."""
    start = 0
    for position in [*sorted(at), len(tokens)]:
        if position - start >= least:
            yield tokens[start:position]
        start = position + 1
