"""Assignment of lanes to overlapping ranges, for marks under the text and stripes beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

Range = tuple[int, int]
Taken = tuple[int, int, int]
"""Start and end of a half-open range, and its lane."""

MANY = 60


def assign_lanes(ranges: Sequence[Range], order: Sequence[int], taken: Iterable[Taken] = ()) -> list[int]:
    """Return for each half-open range the lowest lane that no overlapping range has, assigned in the given ``order``.

    More than MANY ranges are assigned in the order of their starts instead, in a single sweep. ``taken`` are ranges
    that have a lane already.
    """
    placed = list(taken)
    if len(ranges) > MANY:
        return _swept(ranges, placed) if placed else _swept_freely(ranges)
    lanes = [0] * len(ranges)
    for number in order:
        start, end = ranges[number]
        used = {lane for other_start, other_end, lane in placed if other_start < end and start < other_end}
        lanes[number] = next(lane for lane in range(len(used) + 1) if lane not in used)
        placed.append((start, end, lanes[number]))
    return lanes


def crowded(ranges: Sequence[Range], lanes: Sequence[int], at_least: int) -> list[bool]:
    """Return for each range whether it, or a range that overlaps it, has a lane of ``at_least`` or more."""
    high = _united(range for range, lane in zip(ranges, lanes, strict=True) if lane >= at_least)
    starts = [start for start, _ in high]
    before = [bisect_left(starts, end) - 1 for _, end in ranges]
    return [place >= 0 and high[place][1] > start for (start, _), place in zip(ranges, before, strict=True)]


def covering(ranges: Sequence[Range]) -> list[int]:
    """Return for each range how many ranges before it in the sequence cover it, at most 2.

    The ranges must be given longest first.
    """
    around, farthest, second = [0] * len(ranges), -1, -1
    for number in sorted(range(len(ranges)), key=lambda number: (ranges[number][0], -ranges[number][1], number)):
        end = ranges[number][1]
        around[number] = (farthest >= end) + (second >= end)
        if end > farthest:
            farthest, second = end, farthest
        else:
            second = max(second, end)
    return around


def _united(ranges: Iterable[Range]) -> list[Range]:
    """Return the fewest ranges that cover the same numbers, sorted."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _swept_freely(ranges: Sequence[Range]) -> list[int]:
    """Do as ``_swept`` where no lane is taken: the lowest free lane lies on top of a heap."""
    lanes, free, busy = [0] * len(ranges), list[int](), list[tuple[int, int]]()
    for number in sorted(range(len(ranges)), key=ranges.__getitem__):
        start, end = ranges[number]
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        lanes[number] = lane = heappop(free) if free else len(busy)
        heappush(busy, (end, lane))
    return lanes


def _swept(ranges: Sequence[Range], taken: Sequence[Taken]) -> list[int]:
    lanes, free_from = [0] * len(ranges), list[int]()
    barred = _by_lane(taken)
    for number in sorted(range(len(ranges)), key=ranges.__getitem__):
        start, end = ranges[number]
        free = (lane for lane, until in enumerate(free_from) if until <= start and _is_free(barred, lane, start, end))
        lane = next(free, -1)
        while lane < 0:
            free_from.append(0)
            lane = len(free_from) - 1 if _is_free(barred, len(free_from) - 1, start, end) else -1
        free_from[lane] = end
        lanes[number] = lane
    return lanes


def _by_lane(taken: Sequence[Taken]) -> dict[int, list[Range]]:
    barred: dict[int, list[Range]] = {}
    for start, end, lane in taken:
        barred.setdefault(lane, []).append((start, end))
    return barred


def _is_free(barred: dict[int, list[Range]], lane: int, start: int, end: int) -> bool:
    return lane not in barred or not any(begun < end and start < over for begun, over in barred[lane])
