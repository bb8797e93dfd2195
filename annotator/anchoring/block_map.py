"""Where a span of the old text comes to lie in the new one, by the blocks that stayed together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.anchoring.alignment import Block
from annotator.language.tokens import Token, is_word, tokens
from annotator.model.span import Span, trimmed

MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a span came to lie; ``exact`` where its words are there as they were, ``kind`` as that of its blocks."""

    span: Span
    exact: bool
    kind: str


class BlockMap:
    """The blocks in the order of the old text; they do not overlap there."""

    def __init__(self, old: str, new: str, blocks: Iterable[Block]) -> None:
        self._old = old
        self._new = new
        self._blocks = sorted(blocks, key=lambda block: (block.start, block.end))
        self._starts = [block.start for block in self._blocks]
        self._ends = [block.end for block in self._blocks]

    def landing(self, span: Span) -> Landing | None:
        """None where the span's words are gone."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        inside = [at for at in range(first, last) if self._blocks[at].start < self._blocks[at].end]
        if not any(self._holds(self._blocks[at], span) for at in inside):
            return self._replaced(span, first, last)
        start, end = self._start(span.start, inside[0]), self._end(span.end, inside[-1])
        found = trimmed(self._new, start, end) if start < end else None
        if found is None:
            return None
        kinds = {self._blocks[at].kind for at in inside}
        return Landing(found, found.of(self._new) == span.of(self._old), kinds.pop() if len(kinds) == 1 else MIXED)

    def _holds(self, block: Block, span: Span) -> bool:
        """Whether the block has one of the span's words; of a span without words, whether it has any of it."""
        shared = self._old[max(block.start, span.start) : min(block.end, span.end)]
        return is_word(shared) or not is_word(span.of(self._old))

    def _replaced(self, span: Span, first: int, last: int) -> Landing | None:
        """What stands where all of the span's words were exchanged, between two blocks of one pair."""
        if not first or last == len(self._blocks) or self._blocks[first - 1].pair != self._blocks[last].pair:
            return None
        ours, theirs = self._tokens_between(first - 1, last)
        if not any(is_word(token.form) for token in theirs):
            return None
        start = theirs[min(_scaled(ours, theirs, span.start), len(theirs) - 1)].start
        end = theirs[max(_scaled(ours, theirs, span.end) - 1, 0)].end
        return Landing(Span(start, end), False, self._blocks[last].kind) if start < end else None

    def _start(self, position: int, at: int) -> int:
        """Where a span goes that starts at ``position`` and whose first block is the one ``at`` that place."""
        block = self._blocks[at]
        if position >= block.start:
            return min(block.new_start + position - block.start, block.new_end - 1)
        if not at or self._blocks[at - 1].pair != block.pair:
            return block.new_start
        ours, theirs = self._tokens_between(at - 1, at)
        number = _scaled(ours, theirs, position)
        return theirs[number].start if number < len(theirs) else block.new_start

    def _end(self, position: int, at: int) -> int:
        block = self._blocks[at]
        if position <= block.end:
            return max(block.new_end - (block.end - position), block.new_start + 1)
        if at + 1 == len(self._blocks) or self._blocks[at + 1].pair != block.pair:
            return block.new_end
        ours, theirs = self._tokens_between(at, at + 1)
        number = _scaled(ours, theirs, position)
        return theirs[number - 1].end if number else block.new_end

    def _tokens_between(self, before: int, after: int) -> tuple[list[Token], list[Token]]:
        a, b = self._blocks[before], self._blocks[after]
        return [*tokens(self._old, a.end, b.start)], [*tokens(self._new, a.new_end, b.new_start)]


def _scaled(ours: list[Token], theirs: list[Token], position: int) -> int:
    """How many of the new tokens lie before an old position where all between two blocks was exchanged."""
    before = sum(token.start < position for token in ours)
    if before in (0, len(ours)):
        return len(theirs) if before else 0
    return round(before * len(theirs) / len(ours))
