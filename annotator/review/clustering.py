"""Clusters of annotations of several annotators that mean the same words: at most one of each annotator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.review.assignment import assigned

Placed: TypeAlias = Mapping[str, Mapping[str, tuple[Annotation, Span]]]
"""By annotator and id, each annotation with its span without blanks at the edges."""
Version: TypeAlias = tuple[str, Span]


@dataclass(slots=True)
class Group:
    """Ids by annotator, the different versions among them (label and span), and the place of the first."""

    ids: dict[str, str]
    versions: list[Version]

    @property
    def place(self) -> Span:
        return self.versions[0][1]


def clustered(placed: Placed) -> list[dict[str, str]]:
    """Return the clusters: the id of an annotation by the name of the annotator.

    What has the same label at the same place is together first, whoever made it. Then the annotators are taken one
    after another, in their order: what each has left goes, at most one to each cluster, where the sum of what is shared
    is greatest. The same place with another label outweighs all else, and shared code points count twice where the
    labels are alike; under another label two thirds of the longer one must be shared, or they mean different things.
    """
    order = {name: number for number, name in enumerate(placed)}
    waiting: list[list[Group]] = [[] for _name in order]
    for group in _exact(placed):
        waiting[order[next(iter(group.ids))]].append(group)
    found: list[Group] = []
    for coming in waiting:
        found += _joined(found, coming, everybody=len(order))
    return [{name: group.ids[name] for name in order if name in group.ids} for group in found]


def _exact(placed: Placed) -> list[Group]:
    """Return groups with the same label and place; of several alike of one annotator the first goes with the first."""
    groups: dict[tuple[str, int, int, int], Group] = {}
    for name, items in placed.items():
        seen: defaultdict[tuple[str, int, int], int] = defaultdict(int)
        for id, (item, span) in items.items():
            place = item.label, span.start, span.end
            key = (*place, seen[place])
            seen[place] += 1
            if key in groups:
                groups[key].ids[name] = id
            else:
                groups[key] = Group({name: id}, [(item.label, span)])
    return list(groups.values())


def _joined(found: Sequence[Group], coming: Sequence[Group], *, everybody: int) -> list[Group]:
    """Join what is coming with what was found where they fit; return those that stay by themselves."""
    there = sorted((group for group in found if len(group.ids) < everybody), key=_start)
    here = sorted((group for group in coming if len(group.ids) < everybody), key=_start)
    bonus = 2 * sum(len(group.place) for group in here) + 1

    def weigh(one: int, other: int) -> int:
        return _weight(here[one], there[other], bonus)

    pairs = assigned([group.place for group in here], [group.place for group in there], weigh)
    for one, other in pairs:
        there[other].ids |= here[one].ids
        there[other].versions += here[one].versions
    joined = {id(here[one]) for one, _other in pairs}
    return [group for group in coming if id(group) not in joined]


def _start(group: Group) -> tuple[int, int]:
    return group.place.start, group.place.end


def _weight(one: Group, other: Group, bonus: int) -> int:
    """Return how well two groups go together; 0 where one annotator is in both, or nothing is shared."""
    if one.ids.keys() & other.ids.keys():
        return 0
    return max(_shared(a, b, bonus) for a in one.versions for b in other.versions)


def _shared(one: Version, other: Version, bonus: int) -> int:
    (label, a), (other_label, b) = one, other
    shared = min(a.end, b.end) - max(a.start, b.start)
    if shared <= 0:
        return 0
    if label == other_label:
        return 2 * shared + (bonus if a == b else 0)
    if 3 * shared < 2 * max(len(a), len(b)):
        return 0
    return shared + (bonus if a == b else 0)
