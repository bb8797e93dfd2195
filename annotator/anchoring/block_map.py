"""Mapping of spans from the old text to the new one by corresponding blocks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.anchoring.alignment import Block
from annotator.anchoring.blanks import single_blanks
from annotator.language.tokens import Token, is_word, tokens
from annotator.model.span import Span, trimmed

MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Landing:
    """Span in the new text; ``exact`` if at most blanks differ; ``kind`` is that of its blocks, or *mixed*."""

    span: Span
    exact: bool
    kind: str


class BlockMap:
    """Map from the old text to the new one; the blocks must not overlap in the old text."""

    def __init__(self, old: str, new: str, blocks: Iterable[Block]) -> None:
        self._old = old
        self._new = new
        self._blocks = sorted(blocks, key=lambda block: (block.start, block.end))
        self._starts = [block.start for block in self._blocks]
        self._ends = [block.end for block in self._blocks]

    def landing(self, span: Span) -> Landing | None:
        """Return where the span is in the new text; None if none of its words is left."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        inside = [at for at in range(first, last) if self._blocks[at].start < self._blocks[at].end]
        if not any(self._holds(self._blocks[at], span) for at in inside):
            return self._replaced(span, first, last)
        start, end = self._start(span.start, inside[0]), self._end(span.end, inside[-1])
        found = trimmed(self._new, start, end) if start < end else None
        if found is None:
            return None
        kinds = {self._blocks[at].kind for at in inside}
        exact = single_blanks(found.of(self._new)) == single_blanks(span.of(self._old))
        return Landing(found, exact, kinds.pop() if len(kinds) == 1 else MIXED)

    def _holds(self, block: Block, span: Span) -> bool:
        """Return True if the block shares a word with the span; for a span without words, always True."""
        shared = self._old[max(block.start, span.start) : min(block.end, span.end)]
        return is_word(shared) or not is_word(span.of(self._old))

    def _replaced(self, span: Span, first: int, last: int) -> Landing | None:
        """Return the replacement of a span whose words are all new, between two blocks of one pair; None if none."""
        if not first or last == len(self._blocks) or self._blocks[first - 1].pair != self._blocks[last].pair:
            return None
        ours, theirs = self._tokens_between(first - 1, last)
        if not any(is_word(token.form) for token in theirs):
            return None
        start = theirs[min(_interpolated(ours, theirs, span.start), len(theirs) - 1)].start
        end = theirs[max(_interpolated(ours, theirs, span.end) - 1, 0)].end
        return Landing(Span(start, end), False, self._blocks[last].kind) if start < end else None

    def _start(self, position: int, at: int) -> int:
        """Return the new start of a span that starts at ``position`` and whose first block has the index ``at``."""
        block = self._blocks[at]
        if position >= block.start:
            return min(block.new_start + position - block.start, block.new_end - 1)
        if not at or self._blocks[at - 1].pair != block.pair:
            return block.new_start
        ours, theirs = self._tokens_between(at - 1, at)
        number = _interpolated(ours, theirs, position)
        return theirs[number].start if number < len(theirs) else block.new_start

    def _end(self, position: int, at: int) -> int:
        block = self._blocks[at]
        if position <= block.end:
            return max(block.new_end - (block.end - position), block.new_start + 1)
        if at + 1 == len(self._blocks) or self._blocks[at + 1].pair != block.pair:
            return block.new_end
        ours, theirs = self._tokens_between(at, at + 1)
        number = _interpolated(ours, theirs, position)
        return theirs[number - 1].end if number else block.new_end

    def _tokens_between(self, before: int, after: int) -> tuple[list[Token], list[Token]]:
        a, b = self._blocks[before], self._blocks[after]
        return [*tokens(self._old, a.end, b.start)], [*tokens(self._new, a.new_end, b.new_start)]


def _interpolated(ours: list[Token], theirs: list[Token], position: int) -> int:
    """Return the number of new tokens before an old position, in proportion, if all between two blocks was replaced."""
    before = sum(token.start < position for token in ours)
    if before in (0, len(ours)):
        return len(theirs) if before else 0
    return round(before * len(theirs) / len(ours))
