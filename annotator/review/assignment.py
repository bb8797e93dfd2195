"""Optimal one-to-one assignment of the spans of two sides, by the weights of the pairs that overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from annotator.model.span import Span

Pair: TypeAlias = tuple[int, int]
Weigh: TypeAlias = Callable[[int, int], int]

MOST_CELLS = 10_000
"""Most pairs, overlapping or not, of one group of overlapping spans that are assigned optimally."""


def assigned(ours: Sequence[Span], theirs: Sequence[Span], weigh: Weigh) -> list[Pair]:
    """Return pairs of indices with the greatest sum of weights, each index at most once, in the order of ``ours``.

    ``weigh`` is called for spans that overlap; a weight of 0 forbids the pair. Spans that hang together by overlaps
    are assigned by themselves with the Hungarian method (Kuhn 1955). Groups with more than ``MOST_CELLS`` pairs are
    assigned greedily by falling weight, which reaches at least half of the greatest sum.
    """
    if len(ours) == 1 or len(theirs) == 1:
        return _best(ours, theirs, weigh)
    pairs: list[Pair] = []
    for some, others in _groups(ours, theirs):
        if len(some) == len(others) == 1:
            pairs += [(some[0], others[0])] if weigh(some[0], others[0]) > 0 else []
            continue
        weights = _weights(ours, theirs, some, others, weigh)
        if min(len(some), len(others)) == 1:
            pairs += [max(weights, key=weights.__getitem__)] if weights else []
        elif len(some) * len(others) > MOST_CELLS:
            pairs += _greedy(weights)
        else:
            pairs += _optimal(some, others, weights)
    return sorted(pairs)


def _best(ours: Sequence[Span], theirs: Sequence[Span], weigh: Weigh) -> list[Pair]:
    """Return the pair with the greatest weight, of equal ones the first in the text, where a side has only one span."""
    weights = {
        (one, other): weight
        for one, span in enumerate(ours)
        for other, place in enumerate(theirs)
        if span.start < place.end and place.start < span.end and (weight := weigh(one, other)) > 0
    }
    if len(weights) < 2:
        return list(weights)
    return [min(weights, key=lambda pair: (-weights[pair], ours[pair[0]], theirs[pair[1]], pair))]


def _groups(ours: Sequence[Span], theirs: Sequence[Span]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the indices of spans that hang together by overlaps, where both sides have some."""
    ends = sorted(
        [(span.start, span.end, 0, index) for index, span in enumerate(ours)]
        + [(span.start, span.end, 1, index) for index, span in enumerate(theirs)]
    )
    group: tuple[list[int], list[int]] = ([], [])
    reach = -1
    for start, end, side, index in ends:
        if start >= reach:
            if group[0] and group[1]:
                yield group
            group = ([], [])
        group[side].append(index)
        reach = max(reach, end)
    if group[0] and group[1]:
        yield group


def _weights(
    ours: Sequence[Span], theirs: Sequence[Span], some: list[int], others: list[int], weigh: Weigh
) -> dict[Pair, int]:
    """Return the weights above 0 of the overlapping pairs of a group, both sides of which are sorted by start."""
    weights: dict[Pair, int] = {}
    first = 0
    longest = max(len(theirs[other]) for other in others)
    for one in some:
        span = ours[one]
        while first < len(others) and theirs[others[first]].start + longest <= span.start:
            first += 1
        for other in others[first:]:
            if theirs[other].start >= span.end:
                break
            if theirs[other].overlaps(span) and (weight := weigh(one, other)) > 0:
                weights[one, other] = weight
    return weights


def _greedy(weights: dict[Pair, int]) -> Iterator[Pair]:
    left: set[int] = set()
    right: set[int] = set()
    for one, other in sorted(weights, key=lambda pair: -weights[pair]):  # of equal ones, the first in the text
        if one not in left and other not in right:
            left.add(one)
            right.add(other)
            yield one, other


def _optimal(some: list[int], others: list[int], weights: dict[Pair, int]) -> Iterator[Pair]:
    rows, columns = (some, others) if len(some) <= len(others) else (others, some)
    turned = rows is others
    costs = [[-weights.get((b, a) if turned else (a, b), 0) for b in columns] for a in rows]
    for row, column in enumerate(_hungarian(costs)):
        pair = (columns[column], rows[row]) if turned else (rows[row], columns[column])
        if pair in weights:
            yield pair


def _hungarian(costs: list[list[int]]) -> list[int]:
    """Return the column of each row with the least sum of costs; at most as many rows as columns.

    Shortest augmenting paths with potentials (Jonker and Volgenant 1987), rows × rows × columns steps.
    """
    width = len(costs[0])
    potentials = [0] * (len(costs) + 1), [0] * (width + 1)
    row_of = [0] * (width + 1)  # 1-based; column 0 is where a path begins
    for row in range(1, len(costs) + 1):
        row_of[0] = row
        way = [0] * (width + 1)
        column = _end_of_path(costs, potentials, row_of, way)
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    columns = [0] * len(costs)
    for column in range(1, width + 1):
        if row_of[column]:
            columns[row_of[column] - 1] = column - 1
    return columns


def _end_of_path(
    costs: list[list[int]], potentials: tuple[list[int], list[int]], row_of: list[int], way: list[int]
) -> int:
    """Return the free column in which the shortest path ends; ``way`` gets the columns before each."""
    rows, columns = potentials
    width = len(columns) - 1
    least: list[int | None] = [None] * (width + 1)
    done = [False] * (width + 1)
    column = 0
    while True:
        done[column] = True
        row = row_of[column]
        for other in range(1, width + 1):
            if done[other]:
                continue
            cost = costs[row - 1][other - 1] - rows[row] - columns[other]
            before = least[other]
            if before is None or cost < before:
                least[other], way[other] = cost, column
        step, following = min((known, c) for c, known in enumerate(least) if known is not None and not done[c])
        for other in range(width + 1):
            if done[other]:
                rows[row_of[other]] += step
                columns[other] -= step
            elif (known := least[other]) is not None:
                least[other] = known - step
        column = following
        if not row_of[column]:
            return column
