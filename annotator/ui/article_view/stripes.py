"""Stripes beside the lines of a block, and the lane of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from annotator.model.annotation import Annotation
from annotator.ui.article_view.lanes import assign_lanes
from annotator.ui.article_view.segments import Placed


class Stripe(NamedTuple):
    """One annotation, or several of one label on one line that share a badge; ``begins``: they begin in this block.

    ``first`` and ``last`` are line numbers within the block, both included.
    """

    annotations: tuple[Annotation, ...]
    first: int
    last: int
    lane: int
    begins: bool


def stripes(
    placed: Sequence[tuple[Placed, int, int]], spanning: Mapping[str, int], key: Callable[[Annotation], str]
) -> list[Stripe]:
    """Return the stripes of annotations, each given with its first and last line.

    ``spanning`` has the lanes of annotations that span paragraphs. The others get the lowest free lane, longer ones
    first, then in text order. Annotations of one label and ``key`` that lie on a single line share a stripe.
    """
    fixed = [(item, first, last) for item, first, last in placed if item.annotation.id in spanning]
    own = _shared([(item, first, last) for item, first, last in placed if item.annotation.id not in spanning], key)
    taken = [(first, last + 1, spanning[item.annotation.id]) for item, first, last in fixed]
    ranges = [(first, last + 1) for _, first, last in own]
    longest_first = sorted(range(len(own)), key=lambda number: (ranges[number][0] - ranges[number][1], number))
    lanes = assign_lanes(ranges, longest_first, taken)
    found = [
        Stripe((item.annotation,), first, last, spanning[item.annotation.id], item.begins)
        for item, first, last in fixed
    ]
    found += [Stripe(group, first, last, lane, True) for (group, first, last), lane in zip(own, lanes, strict=True)]
    return found


def _shared(
    placed: Sequence[tuple[Placed, int, int]], key_of: Callable[[Annotation], str]
) -> list[tuple[tuple[Annotation, ...], int, int]]:
    groups: dict[object, tuple[tuple[Annotation, ...], int, int]] = {}
    for item, first, last in placed:
        annotation = item.annotation
        key: object = (annotation.label, key_of(annotation), first) if first == last else annotation.id
        before = groups[key][0] if key in groups else ()
        groups[key] = ((*before, annotation), first, last)
    return list(groups.values())
