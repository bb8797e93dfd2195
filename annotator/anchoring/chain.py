"""Heaviest increasing subsequence of weighted position pairs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Link: TypeAlias = tuple[int, int, float]
"""Old position, new position and the weight of pairing them."""


def heaviest_chain(links: Iterable[Link]) -> list[Link]:
    """Return the links of the heaviest sequence that increases strictly in both positions."""
    ordered = sorted(links, key=lambda link: (link[0], -link[1]))
    best = _Best(sorted({link[1] for link in ordered}))
    before: list[int] = []
    for number, (_, new, weight) in enumerate(ordered):
        total, last = best.below(new)
        before.append(last)
        best.put(new, total + weight, number)
    _, number = best.below(None)
    chain = []
    while number >= 0:
        chain.append(ordered[number])
        number = before[number]
    return chain[::-1]


class _Best:
    """Query of the heaviest chain that ends below a position: a Fenwick tree of maxima."""

    def __init__(self, positions: list[int]) -> None:
        self._index = {position: index for index, position in enumerate(positions)}
        self._tree = [(0.0, -1)] * (len(positions) + 1)

    def below(self, position: int | None) -> tuple[float, int]:
        index = len(self._tree) - 1 if position is None else self._index[position]
        best = (0.0, -1)
        while index:
            best = max(best, self._tree[index])
            index &= index - 1
        return best

    def put(self, position: int, weight: float, number: int) -> None:
        index = self._index[position] + 1
        while index < len(self._tree):
            self._tree[index] = max(self._tree[index], (weight, number))
            index += index & -index
