"""Matching of stretches that no pair of sentences accounts for: sentences moved, joined or split."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from annotator.anchoring.alignment import FIRM, LOOSE, MOVED, Block
from annotator.anchoring.pairing import AS_GOOD, FEW, RARE
from annotator.anchoring.wording import Stretch, Wording
from annotator.language.tokens import is_word

ELSEWHERE = 0.6
"""Minimum likeness of two stretches at different places."""

TELLING = 5
"""Minimum words of a moved sentence; shorter ones are too common to be recognised elsewhere."""


@dataclass(frozen=True, slots=True)
class Found:
    """Match of an old and a new stretch; ``kind`` tells how certain it is."""

    old: Stretch
    new: Stretch
    kind: str


class Fragments:
    """Unmatched stretches of the old text, to be matched with those of the new one."""

    def __init__(self, old: Sequence[Stretch], new: Sequence[Stretch], wording: Wording) -> None:
        self._old = old
        self._new = new
        self._wording = wording

    def found(self, firm: Iterable[Block]) -> Iterator[Found]:
        """Yield the stretches that are each other's best match, judged by their order among the ``firm`` blocks."""
        order = _Order(firm)
        links = [*self._links()]
        best_old, best_new = _best(links), _best((new, old, likeness) for old, new, likeness in links)
        for old, new, likeness in links:
            if best_old[old][0] == (likeness, new) and best_new[new][0] == (likeness, old):
                sure = likeness - max(best_old[old][1], best_new[new][1]) >= AS_GOOD
                yield Found(self._old[old], self._new[new], self._kind(old, new, sure, order))

    def _kind(self, old: int, new: int, sure: bool, order: _Order) -> str:
        ours, theirs = self._old[old], self._new[new]
        if not sure:
            return LOOSE
        if order.keeps(ours, theirs):
            return FIRM
        telling = sum(is_word(form) for form in ours.forms) >= TELLING
        return MOVED if telling and ours.forms == theirs.forms else LOOSE

    def _links(self) -> Iterator[tuple[int, int, float]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for new, stretch in enumerate(self._new):
            for form in set(stretch.forms):
                holders[form].append(new)
        for old, stretch in enumerate(self._old):
            votes: Counter[int] = Counter()
            for form in set(stretch.forms):
                if len(holders.get(form, ())) <= RARE:
                    votes.update(holders.get(form, ()))
            for new, _ in votes.most_common(FEW):
                likeness = self._wording.likeness(stretch, self._new[new])
                if likeness >= ELSEWHERE:
                    yield old, new, likeness


class _Order:
    """Firm blocks in order, to check that a stretch is still between its neighbours."""

    def __init__(self, firm: Iterable[Block]) -> None:
        blocks = sorted(firm, key=lambda block: (block.start, block.end))
        self._starts = [block.start for block in blocks]
        self._ends = [block.end for block in blocks]
        self._blocks = blocks

    def keeps(self, old: Stretch, new: Stretch) -> bool:
        before, after = bisect_right(self._ends, old.start) - 1, bisect_left(self._starts, old.end)
        follows = before < 0 or self._blocks[before].new_end <= new.start
        return follows and (after == len(self._blocks) or new.end <= self._blocks[after].new_start)


def _best(links: Iterable[tuple[int, int, float]]) -> dict[int, tuple[tuple[float, int], float]]:
    """Return, for the first stretch of each link, its best match and the likeness of the second best."""
    result: dict[int, tuple[tuple[float, int], float]] = {}
    for one, other, likeness in sorted(links, key=itemgetter(2), reverse=True):
        if one not in result:
            result[one] = (likeness, other), 0.0
        elif not result[one][1]:
            result[one] = result[one][0], likeness
    return result
