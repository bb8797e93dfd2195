"""Order and distances of unambiguous places, which distinguish a place from a similar one elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from annotator.anchoring.chain import heaviest_chain
from annotator.anchoring.sightings import Sighting

Way: TypeAlias = tuple[int, int]
"""Old and new start of an annotation."""

UNATTESTED = 0.5
"""Weight of a place without confirmation by neighbouring sentences, relative to one with it."""

SLACK = 12
"""Code points by which the distance to an attested place may change: less than the length of a sentence."""


class Order:
    """Unambiguous places that keep their old order; a place that is not between its neighbours has moved."""

    def __init__(self, clear: Iterable[tuple[int, Sighting]], longer: int | None) -> None:
        """Select the places of ``clear``; ``longer`` is the growth of the text in code points, None if unknown."""
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
        """Return True if the place is attested, or at its old distance from an attested one or an end of the text."""
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
    """Yield, for each place of the chain, the shift of the last attested place."""
    shift = first
    for old, new in chain:
        if (old, new) in attested or _near(new - old, shift):
            shift = new - old
        yield shift


def _near(shift: int, other: int | None) -> bool:
    return other is not None and abs(shift - other) <= SLACK
