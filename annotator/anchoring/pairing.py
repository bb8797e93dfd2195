"""Pairing of the sentences of two texts that keep their order: equal sentences first, then edited ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.anchoring.chain import Link, heaviest_chain
from annotator.anchoring.wording import Stretch, Wording

IN_PLACE = 0.45
"""Minimum likeness of two sentences at the same place that count as one edited sentence."""

AS_GOOD = 0.25
"""Difference in likeness below which another pairing makes a pair doubtful."""

ALL_PAIRS = 900
RARE = 8
FEW = 6
"""In gaps of more than ``ALL_PAIRS`` pairs, words in at most ``RARE`` sentences select ``FEW`` candidates."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers of the old and the new sentences between two pairs."""

    old: range
    new: range

    @property
    def pairs(self) -> int:
        return len(self.old) * len(self.new)

    def between(self, links: Sequence[tuple[int, int]]) -> Iterator[Gap]:
        """Yield the gaps before, between and after the links."""
        edges = [(self.old.start - 1, self.new.start - 1), *links, (self.old.stop, self.new.stop)]
        for (old, new), (next_old, next_new) in pairwise(edges):
            yield Gap(range(old + 1, next_old), range(new + 1, next_new))


@dataclass(slots=True)
class Pairs:
    """Numbers of new sentences by those of old ones.

    If some of several equal sentences in a row are gone, ``forward`` pairs the first ones and ``backward`` the last
    ones. ``doubtful`` has the old sentences that another new sentence fits about as well.
    """

    forward: dict[int, int] = field(default_factory=dict)
    backward: dict[int, int] = field(default_factory=dict)
    doubtful: set[int] = field(default_factory=set)


def equal_pairs(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> list[Gap]:
    """Pair the equal sentences, first those that occur once; return the gaps that remain."""
    once_old, once_new = _once(old), _once(new)
    links = ((old_at, once_new[key], float(len(key))) for key, old_at in once_old.items() if key in once_new)
    anchors = [(old_at, new_at) for old_at, new_at, _ in heaviest_chain(links)]
    pairs.forward |= anchors
    pairs.backward |= anchors
    gaps = Gap(range(len(old)), range(len(new))).between(anchors)
    return [left for gap in gaps if gap.pairs and (left := _pair_ends(gap, old, new, pairs)).pairs]


def _once(keys: Sequence[str]) -> dict[str, int]:
    counts = Counter(keys)
    return {key: at for at, key in enumerate(keys) if counts[key] == 1}


def _pair_ends(gap: Gap, old: Sequence[str], new: Sequence[str], pairs: Pairs) -> Gap:
    """Pair the equal sentences at the start and the end of the gap; return the gap that remains."""
    room = min(len(gap.old), len(gap.new))
    top = _equal_run([(old[a], new[b]) for a, b in zip(gap.old, gap.new, strict=False)])
    reverse = zip(reversed(gap.old), reversed(gap.new), strict=False)
    bottom = _equal_run([(old[a], new[b]) for a, b in reverse])
    for found, first, last in ((pairs.forward, top, min(bottom, room - top)),
                               (pairs.backward, min(top, room - bottom), bottom)):  # fmt: skip
        found.update(zip(gap.old[:first], gap.new[:first], strict=True))
        found.update(zip(gap.old[len(gap.old) - last :], gap.new[len(gap.new) - last :], strict=True))
    bottom = min(bottom, room - top)
    return Gap(gap.old[top : len(gap.old) - bottom], gap.new[top : len(gap.new) - bottom])


def _equal_run(pairs: list[tuple[str, str]]) -> int:
    return next((count for count, (old, new) in enumerate(pairs) if old != new), len(pairs))


class SimilarPairs:
    """Pairing of the edited sentences in gaps; ``old``, which may lack some, and ``new`` are keyed by number."""

    def __init__(self, old: Mapping[int, Stretch], new: Mapping[int, Stretch], wording: Wording) -> None:
        self._old = old
        self._new = new
        self._wording = wording

    def find(self, gaps: Iterable[Gap], pairs: Pairs) -> None:
        waiting = [*gaps]
        seen: list[Link] = []
        while waiting:
            gap = waiting.pop()
            links = [*self._links(gap)]
            seen += links
            chain = heaviest_chain((old, new, likeness**2 * len(self._old[old].tokens)) for old, new, likeness in links)
            found = [(old, new) for old, new, _ in chain]
            pairs.forward |= found
            pairs.backward |= found
            if found and gap.pairs > ALL_PAIRS:
                waiting += [left for left in gap.between(found) if left.pairs and self._sought(left)]
        self._mark_doubtful(seen, pairs)

    def _sought(self, gap: Gap) -> list[int]:
        return [old for old in gap.old if old in self._old]

    def _links(self, gap: Gap) -> Iterator[Link]:
        near = self._candidates(gap) if gap.pairs > ALL_PAIRS else None
        for old in self._sought(gap):
            for new in gap.new if near is None else near[old]:
                likeness = self._wording.likeness(self._old[old], self._new[new])
                if likeness >= IN_PLACE:
                    yield old, new, likeness

    def _candidates(self, gap: Gap) -> dict[int, list[int]]:
        """Return, for each old sentence, the new ones that share most of its rare words."""
        holders: dict[str, list[int]] = defaultdict(list)
        for new in gap.new:
            for form in set(self._new[new].forms):
                holders[form].append(new)
        found = {}
        for old in self._sought(gap):
            votes: Counter[int] = Counter()
            for form in set(self._old[old].forms):
                if len(holders.get(form, ())) <= RARE:
                    votes.update(holders.get(form, ()))
            found[old] = [new for new, _ in votes.most_common(FEW)]
        return found

    def _mark_doubtful(self, links: list[Link], pairs: Pairs) -> None:
        rivals = _Rivals({(old, new): likeness for old, new, likeness in links}, pairs.forward)
        for old, new, _ in links:
            pairs.doubtful |= rivals.doubted(old, new)


class _Rivals:
    """Search for pairs whose sentences could be paired otherwise about as well."""

    def __init__(self, likeness: Mapping[tuple[int, int], float], chosen: Mapping[int, int]) -> None:
        self._likeness = likeness
        self._chosen = chosen
        self._of_new = {new: old for old, new in chosen.items()}

    def doubted(self, old: int, new: int) -> set[int]:
        """Return the old sentences of the chosen pairs that the possible pair ``old``, ``new`` makes doubtful."""
        pairs = {pair for pair in ((old, self._chosen.get(old)), (self._of_new.get(new), new)) if None not in pair}
        own = [self._likeness.get((a, b), 1.0) for a, b in pairs if a is not None and b is not None]
        olds = {a for a, _ in pairs if a is not None}
        match own:
            case [likeness] if (old, new) not in pairs and self._likeness[old, new] > likeness - AS_GOOD:
                return olds
            case [one, other] if min(one, other) < 1 and self._exchanged(old, new) >= one + other:
                return olds
        return set()

    def _exchanged(self, old: int, new: int) -> float:
        """Return the sum of likenesses if the two chosen pairs exchanged their new sentences."""
        return self._likeness[old, new] + self._likeness.get((self._of_new[new], self._chosen[old]), 0.0)
