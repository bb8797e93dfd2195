"""The stripes and badges beside the lines: who stands in which lane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.model.annotation import Annotation
from annotator.ui.article_view.lanes import assign_lanes
from annotator.ui.article_view.segments import Placed


@dataclass(frozen=True, slots=True)
class Stripe:
    """One or more annotations of a label that share a badge on their first line; ``begins`` is that line here.

    Lines are numbered within the block, ``last`` included.
    """

    annotations: tuple[Annotation, ...]
    first: int
    last: int
    lane: int
    begins: bool


def stripes(placed: Sequence[tuple[Placed, int, int]], spanning: Mapping[str, int]) -> list[Stripe]:
    """Give each annotation, with its first and last line, a lane; those that span paragraphs bring theirs along.

    Longer ones choose first, then text order. Annotations of one label that lie on one and the same line share.
    """
    fixed = [(item, first, last) for item, first, last in placed if item.annotation.id in spanning]
    own = _shared([(item, first, last) for item, first, last in placed if item.annotation.id not in spanning])
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


def _shared(placed: Sequence[tuple[Placed, int, int]]) -> list[tuple[tuple[Annotation, ...], int, int]]:
    groups: dict[object, tuple[tuple[Annotation, ...], int, int]] = {}
    for item, first, last in placed:
        annotation = item.annotation
        key: object = (annotation.label, first) if first == last else annotation.id
        before = groups[key][0] if key in groups else ()
        groups[key] = ((*before, annotation), first, last)
    return list(groups.values())
