"""Code points of an article as units: which labels each annotator has put on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from annotator.model.span import Span
from annotator.review.agreement.columns import Columns

Labelled: TypeAlias = Sequence[tuple[str, Span]]
"""Labels with their spans, of one annotator."""

Sets: TypeAlias = tuple[tuple[str, ...], ...]
"""Labels on a code point, sorted, of each annotator."""


def add_characters(columns: Columns, labelled: Mapping[str, Labelled], length: int) -> None:
    """Count the code points of an article of ``length`` by what each annotator has put on them."""
    annotators = [*labelled]
    for pair in combinations(annotators, 2):
        columns["length", *pair] += length
    columns["lengths", len(annotators)] += length
    for sets, size in label_sets([*labelled.values()], length).items():
        _add_pairs(columns, annotators, sets, size)
        _add_values(columns, sets, size)


def label_sets(labelled: Sequence[Labelled], length: int) -> Counter[Sets]:
    """Return the numbers of code points by the labels that each annotator has put on them; stacked ones are a set."""
    borders: defaultdict[int, list[tuple[int, str, int]]] = defaultdict(list)
    for annotator, items in enumerate(labelled):
        for label, span in items:
            if span.start < length:
                borders[span.start].append((annotator, label, 1))
                borders[min(span.end, length)].append((annotator, label, -1))
    counts: Counter[Sets] = Counter()
    open_now: list[Counter[str]] = [Counter() for _ in labelled]
    sets: list[tuple[str, ...]] = [() for _ in labelled]
    before = 0
    for border in sorted(borders):
        if border > before:
            counts[tuple(sets)] += border - before
        for annotator, label, step in borders[border]:
            open_now[annotator][label] += step
        for annotator in {annotator for annotator, _label, _step in borders[border]}:
            sets[annotator] = tuple(sorted(label for label, count in open_now[annotator].items() if count))
        before = border
    if length > before:
        counts[tuple(sets)] += length - before
    return counts


def _add_pairs(columns: Columns, annotators: Sequence[str], sets: Sets, size: int) -> None:
    for (one, some), (other, others) in combinations(zip(annotators, sets, strict=True), 2):
        columns["same", one, other] += size if some == others else 0
        columns["set", one, other, 0, some] += size
        columns["set", one, other, 1, others] += size
        for label in {*some, *others}:
            columns["marked", label, one, other, label in some, label in others] += size


def _add_values(columns: Columns, sets: Sets, size: int) -> None:
    count = len(sets)
    of_set = Counter(sets)
    columns["agreeing", count] += size * sum(number * (number - 1) for number in of_set.values())
    for some, number in of_set.items():
        columns["values", count, some] += size * number
    of_label = Counter(label for some in sets for label in some)
    for label, number in of_label.items():
        columns["marked by", label, count, number] += size
