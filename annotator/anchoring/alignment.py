"""Which words of a sentence are which of its edited form, and the blocks of text that stayed together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.language.tokens import Token

FIRM, MOVED, LOOSE = "firm", "moved", "loose"
Matches = list[tuple[int, int]]


class Block(NamedTuple):
    """A part of the old text and the part of the new one that it is; ``alike`` where they agree letter by letter.

    ``pair`` numbers the two stretches that it belongs to, ``kind`` says how sure it is that they are one. At the ends
    of both there is a block without any letters.
    """

    start: int
    end: int
    new_start: int
    new_end: int
    pair: int
    kind: str
    alike: bool = True


def matches(old: Sequence[str], new: Sequence[str]) -> Matches:
    """The longest common subsequence, by positions; of several, the one found from the beginning."""
    from rapidfuzz.distance import Indel  # here: needed only where an article has changed

    blocks = Indel.opcodes(old, new)
    return [
        (block.src_start + step, block.dest_start + step)
        for block in blocks
        if block.tag == "equal"
        for step in range(block.src_end - block.src_start)
    ]


def matches_from_end(old: Sequence[str], new: Sequence[str]) -> Matches:
    """The same, found from the end."""
    found = matches(old[::-1], new[::-1])
    return [(len(old) - 1 - a, len(new) - 1 - b) for a, b in reversed(found)]


def blocks(
    texts: tuple[str, str], tokens: tuple[Sequence[Token], Sequence[Token]], found: Matches, pair: int, kind: str
) -> Iterator[Block]:
    """The blocks of two stretches whose tokens match as found, edges included."""
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
    """The runs of tokens at none of the positions, of the ``least`` length or longer."""
    start = 0
    for position in [*sorted(at), len(tokens)]:
        if position - start >= least:
            yield tokens[start:position]
        start = position + 1
