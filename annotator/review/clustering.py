"""Clusters of annotations of several annotators that mean the same words: at most one of each annotator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.span import Span, without_blanks
from annotator.review.assignment import assigned


@dataclass(slots=True)
class Group:
    """Annotations by annotator: those with ``label`` at ``place``, and after ``join`` those of ``others``.

    ``turn`` is the number of the annotator with whom it came. Blanks at the edges of places are left out.
    """

    label: str
    place: Span
    turn: int
    items: dict[str, Annotation]
    others: tuple[Group, ...] = ()
    joined: dict[str, Span] | None = None

    @property
    def spans(self) -> dict[str, Span]:
        """Place of each annotator's version."""
        return dict.fromkeys(self.items, self.place) if self.joined is None else self.joined

    def join(self, other: Group) -> None:
        """Take in another group, of which no annotator is in this one."""
        self.joined = self.spans | other.spans
        self.items = self.items | other.items
        self.others += (other,)


def clustered(documents: Mapping[str, Document]) -> list[Group]:
    """Return the clusters of the documents by annotator, in no particular order, each in the order of the annotators.

    What has the same label at the same place is together first, whoever made it; blanks at the edges do not count, and
    what refers to an earlier text of the article is left out. Then the annotators are taken one after another, in their
    order: what each has left goes, at most one to each cluster, where the sum of what is shared is greatest. The same
    place with another label outweighs all else, and shared code points count twice where the labels are alike; under
    another label two thirds of the longer one must be shared, or they mean different things.
    """
    exact = _exact(documents)
    found = [group for group in exact if len(group.items) == len(documents)]
    left = [group for group in exact if len(group.items) < len(documents)]
    for heap in _heaps(left):
        found += _joined(heap, len(documents)) if len(heap) > 1 else heap
    return [_ordered(group, documents) for group in found]


def _exact(documents: Mapping[str, Document]) -> list[Group]:
    """Return groups with the same label and place; of several alike of one annotator the first goes with the first."""
    at_places: dict[tuple[str, int, int], list[Group]] = {}
    at_spans: dict[tuple[str, int, int], list[Group]] = {}  # the same lists, found without looking for blanks
    for turn, (name, document) in enumerate(documents.items()):
        for item in document.annotations.values():
            if item.displaced is not None and item.is_elsewhere:
                continue
            span = item.span
            key = item.label, span.start, span.end
            alike = at_spans.get(key)
            if alike is None:
                place = without_blanks(document.article.text, span)
                alike = at_spans[key] = at_places.setdefault((item.label, place.start, place.end), [])
            for group in alike:
                if name not in group.items:
                    group.items[name] = item
                    break
            else:
                place = alike[0].place if alike else place
                alike.append(Group(item.label, place, turn, {name: item}))
    return [group for alike in at_places.values() for group in alike]


def _heaps(groups: Iterable[Group]) -> Iterator[list[Group]]:
    """Yield the groups that hang together by overlaps; what is in different heaps shares nothing."""
    heap: list[Group] = []
    reach = 0
    for group in sorted(groups, key=_start):
        place = group.place
        if place.start >= reach and heap:
            yield heap
            heap = []
        heap.append(group)
        reach = max(reach, place.end)
    if heap:
        yield heap


def _start(group: Group) -> int:
    return group.place.start


def _joined(heap: Sequence[Group], everybody: int) -> list[Group]:
    """Return the groups after each annotator's were joined with those before, the annotators one after another."""
    waiting: dict[int, list[Group]] = {}
    for group in heap:
        waiting.setdefault(group.turn, []).append(group)
    bonus = 4 * sum(len(group.place) for group in heap) + 1  # more than all that can be shared
    found: list[Group] = []
    for turn in sorted(waiting):
        coming = waiting[turn]
        found += _left_of(found, coming, bonus, everybody=everybody) if found else coming
    return found


def _left_of(found: Sequence[Group], coming: list[Group], bonus: int, *, everybody: int) -> list[Group]:
    """Join what is coming with what was found where they fit; return those that stay by themselves."""
    there = [group for group in found if len(group.items) < everybody]

    def weigh(one: int, other: int) -> int:
        return _weight(coming[one], there[other], bonus)

    pairs = assigned([group.place for group in coming], [group.place for group in there], weigh)
    for one, other in pairs:
        there[other].join(coming[one])
    joined = {one for one, _other in pairs}
    return [group for one, group in enumerate(coming) if one not in joined]


def _weight(one: Group, other: Group, bonus: int) -> int:
    """Return how well a group goes with one that may have others; 0 where one annotator is in both."""
    if not one.items.keys().isdisjoint(other.items):
        return 0
    shared = _shared(one, other, bonus)
    return max(shared, *(_shared(one, each, bonus) for each in other.others)) if other.others else shared


def _shared(one: Group, other: Group, bonus: int) -> int:
    a, b = one.place, other.place
    shared = min(a.end, b.end) - max(a.start, b.start)
    if shared <= 0:
        return 0
    if one.label == other.label:
        return 2 * shared + (bonus if a == b else 0)
    if 3 * shared < 2 * max(len(a), len(b)):
        return 0
    return shared + (bonus if a == b else 0)


def _ordered(group: Group, names: Iterable[str]) -> Group:
    """Return the group with its annotators in their order."""
    if group.joined is not None:
        group.items = {name: group.items[name] for name in names if name in group.items}
        group.joined = {name: group.joined[name] for name in group.items}
    return group
