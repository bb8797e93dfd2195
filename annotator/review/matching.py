"""One-to-one matching of the annotations that two annotators made in one text."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from typing import TypeAlias

from annotator.model.annotation import Annotation
from annotator.model.span import Span, without_blanks
from annotator.review.assignment import assigned

Match: TypeAlias = tuple[Annotation | None, Annotation | None]
Left: TypeAlias = tuple[int, Span, str]
"""Number, span and label of an annotation that is not matched yet."""


def matched(
    ours: Sequence[Annotation],
    theirs: Sequence[Annotation],
    text: str = "",
    places: tuple[Sequence[Span], Sequence[Span]] | None = None,
) -> list[Match]:
    """Return each annotation once, with the one of the other side that it matches, or None, in text order.

    As many as possible are matched exactly, with the same label at the same place; among these matchings as many as
    possible at the same place with another label; and among these, the shared code points are most, which count twice
    where the labels are alike. Only annotations that overlap are matched. White space of ``text`` at the edges of spans
    never counts; ``places`` are the spans of both without it where they are known. Optimal but for huge heaps of
    overlapping annotations: see ``assigned``.
    """
    mine, others = places or (spans_in(text, ours), spans_in(text, theirs))
    pairs = _exact(ours, mine, theirs, others)
    taken, given = {one for one, _other in pairs}, {other for _one, other in pairs}
    left = [(index, mine[index], item.label) for index, item in enumerate(ours) if index not in taken]
    right = [(index, others[index], item.label) for index, item in enumerate(theirs) if index not in given]
    return _in_order(ours, theirs, pairs + _overlapping(left, right))


def spans_in(text: str, annotations: Sequence[Annotation]) -> list[Span]:
    """Return the spans of the annotations without the white space of ``text`` at their edges."""
    return [without_blanks(text, item.span) for item in annotations]


def _exact(
    ours: Sequence[Annotation], mine: Sequence[Span], theirs: Sequence[Annotation], others: Sequence[Span]
) -> list[tuple[int, int]]:
    """Return the pairs with the same label at the same place; which of several alike is matched makes no difference."""
    waiting: defaultdict[tuple[str, int, int], deque[int]] = defaultdict(deque)
    for index, item in enumerate(theirs):
        waiting[item.label, others[index].start, others[index].end].append(index)
    pairs = []
    for index, item in enumerate(ours):
        if alike := waiting.get((item.label, mine[index].start, mine[index].end)):
            pairs.append((index, alike.popleft()))
    return pairs


def _overlapping(left: Sequence[Left], right: Sequence[Left]) -> list[tuple[int, int]]:
    """Return the pairs of those that are left which share most; the same place outweighs all else."""
    same_place = 2 * sum(len(span) for _index, span, _label in left) + 1

    def weigh(one: int, other: int) -> int:
        (_index, a, label), (_other, b, other_label) = left[one], right[other]
        shared = min(a.end, b.end) - max(a.start, b.start)
        return (same_place if a == b else 0) + shared * (2 if label == other_label else 1)

    found = assigned([span for _index, span, _label in left], [span for _index, span, _label in right], weigh)
    return [(left[one][0], right[other][0]) for one, other in found]


def _in_order(ours: Sequence[Annotation], theirs: Sequence[Annotation], pairs: list[tuple[int, int]]) -> list[Match]:
    partner = dict(pairs)
    given = set(partner.values())
    matches: list[Match] = [
        (item, theirs[partner[index]] if index in partner else None) for index, item in enumerate(ours)
    ]
    matches += [(None, item) for index, item in enumerate(theirs) if index not in given]
    return sorted(matches, key=_position)


def _position(match: Match) -> tuple[int, int, str]:
    first = match[0] or match[1]
    assert first
    return first.position
