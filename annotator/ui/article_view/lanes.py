"""Lanes: how marks on the same words, and stripes beside the same lines, keep out of each other's way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Range = tuple[int, int]
Taken = tuple[int, int, int]
"""A half-open range and the lane it has."""

MANY = 60


def assign_lanes(ranges: Sequence[Range], order: Sequence[int], taken: Iterable[Taken] = ()) -> list[int]:
    """For each half-open range the lowest lane that no overlapping range has; ranges choose in the given order.

    Where there are many, they choose in the order of their starts instead, which takes no time to speak of.
    """
    placed = list(taken)
    if len(ranges) > MANY:
        return _swept(ranges)
    lanes = [0] * len(ranges)
    for number in order:
        start, end = ranges[number]
        used = {lane for other_start, other_end, lane in placed if other_start < end and start < other_end}
        lanes[number] = next(lane for lane in range(len(used) + 1) if lane not in used)
        placed.append((start, end, lanes[number]))
    return lanes


def crowded(ranges: Sequence[Range], lanes: Sequence[int], at_least: int) -> list[bool]:
    """For each range whether one that overlaps it, or itself, has a lane of ``at_least`` or more."""
    high = [range for range, lane in zip(ranges, lanes, strict=True) if lane >= at_least]
    return [any(start < other_end and other_start < end for other_start, other_end in high) for start, end in ranges]


def _swept(ranges: Sequence[Range]) -> list[int]:
    lanes = [0] * len(ranges)
    free_from: list[int] = []
    for number in sorted(range(len(ranges)), key=ranges.__getitem__):
        start, end = ranges[number]
        lane = next((lane for lane, free in enumerate(free_from) if free <= start), len(free_from))
        if lane == len(free_from):
            free_from.append(end)
        free_from[lane] = end
        lanes[number] = lane
    return lanes
