"""Code points of an article as units: which labels each annotator has put on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from annotator.model.span import Span
from annotator.review.agreement.columns import Columns

Labelled: TypeAlias = Sequence[tuple[str, Span]]
"""Labels with their spans, of one annotator."""

Marks: TypeAlias = tuple[int, ...]
"""Labels on a code point of each annotator: a whole number in which the bit of each label that is there is set."""


def add_characters(columns: Columns, labelled: Mapping[str, Labelled], length: int) -> None:
    """Count the code points of an article of ``length`` by what each annotator has put on them."""
    names = sorted({label for items in labelled.values() for label, _span in items})
    sizes = _sizes(_borders([*labelled.values()], names, length), len(labelled), length)
    margins: list[dict[int, int]] = [defaultdict(int) for _annotator in labelled]
    for marks, size in sizes.items():
        for margin, mark in zip(margins, marks, strict=True):
            margin[mark] += size
    columns["lengths", len(labelled)] += length
    for (one, annotator), (two, other) in combinations(enumerate(labelled), 2):
        pair = annotator, other
        columns["length", *pair] += length
        _add_pair(columns, pair, [(marks[one], marks[two], size) for marks, size in sizes.items()], names)
        for side, number in enumerate((one, two)):
            for mark, size in margins[number].items():
                columns["set", *pair, side, _labels(mark, names)] += size
    _add_values(columns, sizes, margins, names)


def _borders(labelled: Sequence[Labelled], names: Sequence[str], length: int) -> list[tuple[int, int, int, int]]:
    """Return where each label of each annotator begins (1) and ends (-1), after annotator and number, sorted."""
    numbers = {name: number for number, name in enumerate(names)}
    borders = []
    for annotator, items in enumerate(labelled):
        for label, span in items:
            if span.start < length:
                number = numbers[label]
                borders += [(span.start, annotator, number, 1), (min(span.end, length), annotator, number, -1)]
    return sorted(borders)


def _sizes(borders: Sequence[tuple[int, int, int, int]], annotators: int, length: int) -> dict[Marks, int]:
    """Return the numbers of code points by their marks."""
    sizes: defaultdict[Marks, int] = defaultdict(int)
    open_now: defaultdict[tuple[int, int], int] = defaultdict(int)
    marks = [0] * annotators
    before = 0
    for border, annotator, number, step in borders:
        if border > before:
            sizes[tuple(marks)] += border - before
            before = border
        count = open_now[annotator, number] = open_now[annotator, number] + step
        if count == (step > 0):  # the first has begun, or the last has ended
            marks[annotator] ^= 1 << number
    if length > before:
        sizes[tuple(marks)] += length - before
    return sizes


def _labels(mark: int, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for number, name in enumerate(names) if mark >> number & 1)


def _add_pair(
    columns: Columns, pair: tuple[str, str], sizes: Sequence[tuple[int, int, int]], names: Sequence[str]
) -> None:
    columns["same", *pair] += sum(size for one, other, size in sizes if one == other)
    for number, name in enumerate(names):
        found = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
        for one, other, size in sizes:
            found[one >> number & 1 == 1, other >> number & 1 == 1] += size
        for (by_one, by_other), size in found.items():
            if size and (by_one or by_other):
                columns["marked", name, *pair, by_one, by_other] += size


def _add_values(
    columns: Columns, sizes: Mapping[Marks, int], margins: Sequence[Mapping[int, int]], names: Sequence[str]
) -> None:
    count = len(margins)
    columns["agreeing", count] += sum(
        size * (sum(map(marks.count, marks)) - count) for marks, size in sizes.items()
    )  # how often each occurs, summed, is the sum of squares of how often the different ones do
    for margin in margins:
        for mark, size in margin.items():
            columns["values", count, _labels(mark, names)] += size
    for number, name in enumerate(names):
        found: defaultdict[int, int] = defaultdict(int)
        for marks, size in sizes.items():
            found[sum(mark >> number & 1 for mark in marks)] += size
        for by, size in found.items():
            if by:
                columns["marked by", name, count, by] += size
