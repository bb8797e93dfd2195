"""Repeated sentences and words: if one of several is gone, it is undecided which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from annotator.anchoring.pairing import Pairs


def undecided(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> set[int]:
    """Return the paired old sentences that could be confused with an equal, unpaired neighbour."""
    of_new = {at: number for number, at in pairs.forward.items()}
    firm = {at: number for at, number in of_new.items() if number not in pairs.doubtful}
    found = {at for copies in _copies(old, {*firm.values()}) if not pairs.forward.keys() >= {*copies} for at in copies}
    for copies in _copies(new, {*firm}):
        if not of_new.keys() >= {*copies}:
            found.update(of_new[at] for at in copies if at in of_new)
    return found & pairs.forward.keys()


def _copies(sentences: Sequence[str], firm: set[int]) -> Iterator[list[int]]:
    """Yield the numbers of equal sentences without a firmly paired sentence between them."""
    known = [0, *accumulate(at in firm for at in range(len(sentences)))]
    equal: dict[str, list[int]] = defaultdict(list)
    for at, sentence in enumerate(sentences):
        if (copies := equal[sentence]) and known[at] > known[copies[-1] + 1]:
            yield copies
            equal[sentence] = copies = []
        copies.append(at)
    yield from equal.values()


def thinned(old: Sequence[str], new: Sequence[str], own: Sequence[int]) -> bool:
    """Return True if the words ``own`` with a neighbour occur repeatedly in the old text and fewer times in the new."""
    return bool(own) and any(
        _fewer(old, new, old[max(0, own[0] - before) : own[-1] + 1 + after]) for before, after in ((1, 0), (0, 1))
    )


def is_once(old: Sequence[str], new: Sequence[str], own: Sequence[int]) -> bool:
    """Return True if the consecutive words ``own`` occur once in either text."""
    words = old[own[0] : own[-1] + 1] if own else []
    return bool(words) and _count(old, words) == _count(new, words) == 1


def _fewer(old: Sequence[str], new: Sequence[str], words: Sequence[str]) -> bool:
    before = _count(old, words)
    return before > 1 and _count(new, words) < before


def _count(text: Sequence[str], words: Sequence[str]) -> int:
    return sum(text[at : at + len(words)] == words for at, form in enumerate(text) if form == words[0])
