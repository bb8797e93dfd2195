"""The order and the distances of places that are clear, which tell a place from a look-alike elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from annotator.anchoring.chain import heaviest_chain
from annotator.anchoring.sightings import Sighting

Way: TypeAlias = tuple[int, int]
"""Where an annotation began, and where it would begin."""

UNATTESTED = 0.5
"""What a place weighs that could be a look-alike's, compared with one whose neighbouring sentences are there."""

SLACK = 12
"""By how many letters a place may be nearer to an attested one than it was: fewer than a sentence has."""


class Order:
    """The clear places that have the order they had; what is not between its neighbours has moved."""

    def __init__(self, clear: Iterable[tuple[int, Sighting]], longer: int | None) -> None:
        """``longer``: by how much the new text is longer than the old one, None where that is not known."""
        weights: dict[Way, float] = defaultdict(float)
        attested: set[Way] = set()
        for old, sighting in clear:
            if sighting.landing:
                way = old, sighting.landing.span.start
                weights[way] += sighting.score * (1 if sighting.attested else UNATTESTED)
                attested.update([way] if sighting.attested else [])
        chain = [(old, new) for old, new, _ in heaviest_chain((*way, weight) for way, weight in weights.items())]
        self._old = [old for old, _ in chain]
        self._new = [new for _, new in chain]
        self._before = [*_shifts(chain, attested, 0)]
        self._after = [*_shifts(chain[::-1], attested, longer)][::-1]
        self._ends = 0, longer

    def keeps(self, old: int, sighting: Sighting) -> bool:
        if sighting.landing is None:
            return True
        new = sighting.landing.span.start
        before, after = self._neighbours(old)
        follows = before < 0 or self._new[before] <= new
        return follows and (after == len(self._new) or new <= self._new[after])

    def attests(self, old: int, sighting: Sighting) -> bool:
        """Whether the place is as far as it was from one that no look-alike has, or from an end of the text."""
        if sighting.attested or sighting.landing is None:
            return True
        before, after = self._neighbours(old)
        shifts = (
            self._before[before] if before >= 0 else self._ends[0],
            self._after[after] if after < len(self._after) else self._ends[1],
        )
        return any(_near(sighting.landing.span.start - old, shift) for shift in shifts)

    def _neighbours(self, old: int) -> tuple[int, int]:
        return bisect_right(self._old, old) - 1, bisect_left(self._old, old)


def _shifts(chain: Sequence[Way], attested: set[Way], first: int | None) -> Iterator[int | None]:
    """By how much the last attested place was shifted, at each place of the chain."""
    shift = first
    for old, new in chain:
        if (old, new) in attested or _near(new - old, shift):
            shift = new - old
        yield shift


def _near(shift: int, other: int | None) -> bool:
    return other is not None and abs(shift - other) <= SLACK
