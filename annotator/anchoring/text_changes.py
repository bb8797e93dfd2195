"""Changes between two versions of a text, and the places that correspond in both."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.anchoring.alignment import FIRM, Block
from annotator.anchoring.blanks import seen, single_blanks, without_other_breaks
from annotator.anchoring.block_map import BlockMap
from annotator.model.span import Span, trimmed


@dataclass(frozen=True, slots=True)
class TextChange:
    """Words ``old`` that have gone and those that have come in their place; None where there are none.

    ``old_at`` and ``new_at`` are the places in the two texts, in code points.
    """

    old: Span | None
    new: Span | None
    old_at: int
    new_at: int


class TextChanges:
    """Changes of ``old`` to ``new`` in the order of both texts; what was moved has gone here and come there."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._blocks = _blocks(old, new)
        self.changes = tuple(_changes(old, new, self._blocks))
        self._starts = [block.start for block in self._blocks], [block.new_start for block in self._blocks]

    def in_new(self, offset: int) -> int:
        """Return the place in the new text that corresponds to one of the old text, in code points."""
        return _mapped(
            offset, [(block.start, block.end, block.new_start, block.new_end) for block in self._near(0, offset)]
        )

    def in_old(self, offset: int) -> int:
        """Return the place in the old text that corresponds to one of the new text, in code points."""
        return _mapped(
            offset, [(block.new_start, block.new_end, block.start, block.end) for block in self._near(1, offset)]
        )

    def spans_in_old(self, spans: Sequence[Span]) -> list[Span | None]:
        """Return where each span of the new text is in the old one; None where none of its words is."""
        back = (
            Block(block.new_start, block.new_end, block.start, block.end, block.pair, block.kind)
            for block in self._blocks
        )
        places = BlockMap(self._new, self._old, back)
        return [landing.span if (landing := places.landing(span)) else None for span in spans]

    def _near(self, side: int, offset: int) -> Sequence[Block]:
        """Return the block that begins last before the offset, or the first one."""
        at = max(bisect_right(self._starts[side], offset) - 1, 0)
        return self._blocks[at : at + 1]


def _mapped(offset: int, near: Sequence[tuple[int, int, int, int]]) -> int:
    for start, end, other_start, other_end in near:
        return other_start + min(max(offset - start, 0), other_end - other_start) if offset <= end else other_end
    return 0


def _blocks(old: str, new: str) -> list[Block]:
    """Return the longest row of blocks that are alike in both texts and follow each other in both."""
    if old == new:
        return [Block(0, len(old), 0, len(new), 0, FIRM)]
    if seen(old) == seen(new):
        return [*_as_blocks(old, new)]
    from annotator.anchoring.comparison import Comparison  # here: it loads what compares, which is rarely needed

    old, new = without_other_breaks(old, new)
    found = [block for block in Comparison(old, new, ()).forward if block.start < block.end]
    alike = [block for block in found if _says_the_same(old, new, block)]
    return _in_order(sorted(alike))


def _as_blocks(old: str, new: str) -> Iterator[Block]:
    from annotator.anchoring.blanks import equal_stretches

    for (start, end), (new_start, new_end) in equal_stretches(old, new):
        yield Block(start, end, new_start, new_end, 0, FIRM)


def _says_the_same(old: str, new: str, block: Block) -> bool:
    if old[block.start : block.end] == new[block.new_start : block.new_end]:
        return True
    return single_blanks(old[block.start : block.end]) == single_blanks(new[block.new_start : block.new_end])


def _in_order(blocks: Iterable[Block]) -> list[Block]:
    """Return the longest row of blocks, given in the order of the old text, that ascends in the new text too."""
    ends: list[int] = []
    lasts: list[int] = []
    found: list[Block] = []
    before: list[int] = []
    for block in blocks:
        if found and block.start < found[-1].end:
            continue
        at = bisect_left(ends, block.new_start + 1)
        found.append(block)
        before.append(lasts[at - 1] if at else -1)
        if at == len(ends):
            ends.append(block.new_end)
            lasts.append(len(found) - 1)
        elif block.new_end < ends[at]:
            ends[at], lasts[at] = block.new_end, len(found) - 1
    row: list[Block] = []
    number = lasts[-1] if lasts else -1
    while number >= 0:
        row.append(found[number])
        number = before[number]
    return row[::-1]


def _changes(old: str, new: str, blocks: Sequence[Block]) -> Iterator[TextChange]:
    """Yield what lies between the blocks, where more than blanks differ."""
    at, new_at = 0, 0
    for start, end, new_start, new_end in [
        *((block.start, block.end, block.new_start, block.new_end) for block in blocks),
        (len(old), len(old), len(new), len(new)),
    ]:
        gone, come = trimmed(old, at, start), trimmed(new, new_at, new_start)
        if gone or come:
            yield TextChange(gone, come, gone.start if gone else at, come.start if come else new_at)
        at, new_at = end, new_end
