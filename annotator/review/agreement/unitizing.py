"""Krippendorff's alpha for units of one label that annotators have cut out of a continuum."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, permutations

from annotator.model.span import Span, merged
from annotator.review.agreement.results import Reason, Result

FINE = 1 << 40
"""Disagreement is kept in whole parts of this size, so that sums over articles do not depend on their order."""


def disagreement(units: Sequence[Sequence[Span]], length: int) -> tuple[int, int]:
    """Return observed and expected disagreement of an article of ``length`` code points, times L² and ``FINE``.

    ``units`` are those of each annotator; units of one annotator that overlap are taken for one. With L the length, m
    annotators, N units of all of them, and l the length of a unit (Krippendorff 2004, “Measuring the reliability of
    qualitative text analysis data”; Content Analysis, 2nd edition, 2004, page 254):

    Do = sum of d² over ordered pairs of annotators and their sections / (m (m - 1) L²)

    De = 2/L · sum over units of ((N - 1)/3 · (2 l³ - 3 l² + l) + l² · sum over gaps g >= l of (g - l + 1))
         / (m L (m L - 1) - sum over units of l (l - 1))
    """
    continua = [_without_overlaps(each, length) for each in units]
    count = len(continua)
    if count < 2 or not length or not any(continua):
        return 0, 0
    observed = sum(_difference(one, other) for one, other in permutations(continua, 2))
    lengths = [len(unit) for each in continua for unit in each]
    total = count * length
    pairs = total * (total - 1) - sum(size * (size - 1) for size in lengths)
    expected = _by_chance(lengths, [gap for each in continua for gap in _gaps(each, length)])
    return observed * FINE // (count * (count - 1)), 2 * length * expected * FINE // pairs if pairs else 0


def alpha_u(observed: int, expected: int) -> Result:
    """Return 1 - Do / De; sums over labels or over articles give the alpha of all of them.

    Each article is a continuum of its own, weighted by its length squared.
    """
    return 1 - observed / expected if expected else Reason.NOBODY


def _without_overlaps(spans: Sequence[Span], length: int) -> list[Span]:
    """Return the units, those that overlap as one; those that only touch stay apart."""
    units: list[Span] = []
    for span in sorted(span for span in spans if span.start < length):
        if units and span.start < units[-1].end:
            units[-1] = merged([units[-1], span])[0]
        else:
            units.append(span)
    return units


def _gaps(units: Sequence[Span], length: int) -> list[int]:
    starts = [*(unit.start for unit in units), length]
    ends = [0, *(unit.end for unit in units)]
    return [start - end for start, end in zip(starts, ends, strict=True) if start > end]


def _difference(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return the sum of d² of the units of one annotator with the sections of another.

    Two units that overlap differ by the squares of the distances of their starts and of their ends; a unit within a gap
    by the square of its length. The latter is counted for both orders of a pair at once, as a gap has no other.
    """
    total, first = 0, 0
    for unit in one:
        while first < len(other) and other[first].end <= unit.start:
            first += 1
        at = first
        while at < len(other) and other[at].start < unit.end:
            total += (unit.start - other[at].start) ** 2 + (unit.end - other[at].end) ** 2
            at += 1
        if at == first:
            total += 2 * len(unit) ** 2
    return total


def _by_chance(lengths: Sequence[int], gaps: Sequence[int]) -> int:
    rising = sorted(gaps)
    sums = [0, *accumulate(rising)]
    total = 0
    for size in lengths:
        first = bisect_left(rising, size)
        room = sums[-1] - sums[first] - (len(rising) - first) * (size - 1)
        total += (len(lengths) - 1) * (size * (size - 1) * (2 * size - 1) // 3) + size * size * room
    return total
