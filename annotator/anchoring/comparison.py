"""Comparison of two versions of an article: sentences are paired, then aligned word by word into blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from annotator.anchoring.alignment import FIRM, LOOSE, Block, blocks, matches, matches_from_end, unmatched
from annotator.anchoring.blanks import equal_stretches, single_blanks
from annotator.anchoring.fragments import Fragments
from annotator.anchoring.pairing import Pairs, SimilarPairs, equal_pairs
from annotator.anchoring.repeated import undecided
from annotator.anchoring.units import units
from annotator.anchoring.wording import Stretch, Wording
from annotator.language.tokens import tokens
from annotator.model.span import Span

LEAST_FRAGMENT = 4
MANY = 5_000
AROUND = 2


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two texts, its sentences, and by number those that are not unchanged in the other text."""

    text: str
    units: Sequence[Span]
    open: Mapping[int, Stretch]

    def words(self, number: int) -> str:
        return self.units[number].of(self.text)

    def stretch(self, number: int) -> Stretch:
        unit = self.units[number]
        return self.open.get(number) or Stretch([*tokens(self.text, unit.start, unit.end)])


class Comparison:
    """Blocks of two texts; of equally good alignments ``forward`` has the first and ``backward`` the last."""

    def __init__(self, old: str, new: str, spans: Sequence[Span]) -> None:
        self.forward: list[Block] = []
        self.backward: list[Block] = []
        self._pairs = Pairs()
        old_units, new_units = units(old), units(new)
        old_words = [single_blanks(unit.of(old)) for unit in old_units]
        new_words = [single_blanks(unit.of(new)) for unit in new_units]
        gaps = equal_pairs(old_words, new_words, self._pairs)
        equal = self._pairs.forward.keys() | self._pairs.backward.keys()
        self._old = _side(old, old_units, _sought(old_units, set(range(len(old_units))) - equal, spans))
        taken = {*self._pairs.forward.values(), *self._pairs.backward.values()}
        self._new = _side(new, new_units, set(range(len(new_units))) - taken)
        wording = Wording(self._old.open.values(), self._new.open.values())
        similar = SimilarPairs(self._old.open, self._new.open, wording)
        similar.find(gaps, self._pairs)
        self._pairs.doubtful |= undecided(old_words, new_words, self._pairs)
        left_old, left_new = self._align()
        self._place(Fragments(left_old, left_new, wording))

    def _align(self) -> tuple[list[Stretch], list[Stretch]]:
        """Create the blocks of all pairs; return the unmatched stretches of the old and the new text."""
        left_old = {at: [stretch] for at, stretch in self._old.open.items()}
        left_new = {at: [stretch] for at, stretch in self._new.open.items()}
        for old, new in self._pairs.backward.items():
            if self._pairs.forward.get(old) != new:
                self.backward += self._equal(old, new)
        for old, new in self._pairs.forward.items():
            if single_blanks(self._old.words(old)) == single_blanks(self._new.words(new)):
                block = self._equal(old, new)
                self.forward += block
                if self._pairs.backward.get(old) == new:
                    self.backward += block
            else:
                left_old[old], left_new[new] = self._edited(old, new)
        return [*chain.from_iterable(left_old.values())], [*chain.from_iterable(left_new.values())]

    def _equal(self, old: int, new: int) -> list[Block]:
        ours, theirs = self._old.units[old], self._new.units[new]
        kind = LOOSE if old in self._pairs.doubtful else FIRM
        if self._old.words(old) == self._new.words(new):
            return [Block(ours.start, ours.end, theirs.start, theirs.end, old, kind)]
        return [
            Block(ours.start + a, ours.start + b, theirs.start + c, theirs.start + d, old, kind)
            for (a, b), (c, d) in equal_stretches(self._old.words(old), self._new.words(new))
        ]

    def _edited(self, old: int, new: int) -> tuple[list[Stretch], list[Stretch]]:
        kind = LOOSE if old in self._pairs.doubtful else FIRM
        ours, theirs = self._old.open[old], self._new.open[new]
        found = self._aligned(ours, theirs, old, kind)
        left_old = unmatched(ours.tokens, {a for a, _ in found}, LEAST_FRAGMENT)
        left_new = unmatched(theirs.tokens, {b for _, b in found}, LEAST_FRAGMENT)
        return [Stretch(run) for run in left_old], [Stretch(run) for run in left_new]

    def _aligned(self, ours: Stretch, theirs: Stretch, pair: int, kind: str) -> list[tuple[int, int]]:
        texts, both = (self._old.text, self._new.text), (ours.tokens, theirs.tokens)
        found = matches(ours.forms, theirs.forms)
        self.forward += blocks(texts, both, found, pair, kind)
        self.backward += blocks(texts, both, matches_from_end(ours.forms, theirs.forms), pair, kind)
        return found

    def _place(self, fragments: Fragments) -> None:
        firm = [block for block in self.forward if block.kind == FIRM and block.end - block.start > 1]
        for number, found in enumerate(fragments.found(firm), len(self._old.units)):
            self._aligned(found.old, found.new, number, found.kind)


def _sought(units: Sequence[Span], edited: set[int], spans: Sequence[Span]) -> set[int]:
    """Return the edited sentences; if there are very many, only those near the spans, to bound the time needed."""
    if len(edited) <= MANY:
        return edited
    ends = [unit.end for unit in units]
    found: set[int] = set()
    for span in spans:
        first = bisect_right(ends, span.start)
        last = bisect_right(ends, span.end)
        found.update(range(first - AROUND, last + AROUND + 1))
    return found & edited


def _side(text: str, units: Sequence[Span], edited: Iterable[int]) -> _Side:
    return _Side(text, units, {at: Stretch([*tokens(text, units[at].start, units[at].end)]) for at in sorted(edited)})
