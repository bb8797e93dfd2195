"""Which sentence of the old text is which of the new one, as long as their order is kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.anchoring.chain import Link, heaviest_chain
from annotator.anchoring.wording import Stretch, Wording

IN_PLACE = 0.45
"""How alike two sentences at the same place must be to be taken for one that was edited."""

AS_GOOD = 0.25
"""A sentence that could be paired otherwise, and about as well, is doubtful."""

ALL_PAIRS = 900
RARE = 8
FEW = 6
"""Where not all pairs can be looked at: words in at most so many sentences point to so many sentences."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Old and new sentences, by number, between two pairs."""

    old: range
    new: range

    @property
    def pairs(self) -> int:
        return len(self.old) * len(self.new)

    def between(self, links: Sequence[tuple[int, int]]) -> Iterator[Gap]:
        """What the links leave open in it."""
        edges = [(self.old.start - 1, self.new.start - 1), *links, (self.old.stop, self.new.stop)]
        for (old, new), (next_old, next_new) in pairwise(edges):
            yield Gap(range(old + 1, next_old), range(new + 1, next_new))


@dataclass(slots=True)
class Pairs:
    """Old sentence to new one, by number.

    ``forward`` and ``backward`` differ where equal sentences follow each other and some of them are gone: whichever
    end one begins to count from decides which. ``doubtful`` are the old sentences that could be another new one.
    """

    forward: dict[int, int] = field(default_factory=dict)
    backward: dict[int, int] = field(default_factory=dict)
    doubtful: set[int] = field(default_factory=set)


def equal_pairs(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> list[Gap]:
    """Pair the sentences that are equal, beginning with those that are there once; gives what is left open."""
    once_old, once_new = _once(old), _once(new)
    links = ((old_at, once_new[key], float(len(key))) for key, old_at in once_old.items() if key in once_new)
    anchors = [(old_at, new_at) for old_at, new_at, _ in heaviest_chain(links)]
    pairs.forward |= anchors
    pairs.backward |= anchors
    gaps = Gap(range(len(old)), range(len(new))).between(anchors)
    return [left for gap in gaps if gap.pairs and (left := _closed_in(gap, old, new, pairs)).pairs]


def _once(keys: Sequence[str]) -> dict[str, int]:
    counts = Counter(keys)
    return {key: at for at, key in enumerate(keys) if counts[key] == 1}


def _closed_in(gap: Gap, old: Sequence[str], new: Sequence[str], pairs: Pairs) -> Gap:
    """Pair the equal sentences at the gap's beginning and end."""
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
    """Pairs the sentences of gaps that were edited; ``old``, which may lack some, and ``new`` have them by number."""

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
        self._doubt(seen, pairs)

    def _sought(self, gap: Gap) -> list[int]:
        return [old for old in gap.old if old in self._old]

    def _links(self, gap: Gap) -> Iterator[Link]:
        near = self._pointed_at(gap) if gap.pairs > ALL_PAIRS else None
        for old in self._sought(gap):
            for new in gap.new if near is None else near[old]:
                likeness = self._wording.likeness(self._old[old], self._new[new])
                if likeness >= IN_PLACE:
                    yield old, new, likeness

    def _pointed_at(self, gap: Gap) -> dict[int, list[int]]:
        """For each old sentence the new ones that share most of its rare words."""
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

    def _doubt(self, links: list[Link], pairs: Pairs) -> None:
        rivals = _Rivals({(old, new): likeness for old, new, likeness in links}, pairs.forward)
        for old, new, _ in links:
            pairs.doubtful |= rivals.doubted(old, new)


class _Rivals:
    """Finds the pairs that could as well be others."""

    def __init__(self, likeness: Mapping[tuple[int, int], float], chosen: Mapping[int, int]) -> None:
        self._likeness = likeness
        self._chosen = chosen
        self._of_new = {new: old for old, new in chosen.items()}

    def doubted(self, old: int, new: int) -> set[int]:
        """The old sentences of the chosen pairs that this one makes doubtful."""
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
        """How alike the two pairs would be the other way round."""
        return self._likeness[old, new] + self._likeness.get((self._of_new[new], self._chosen[old]), 0.0)
