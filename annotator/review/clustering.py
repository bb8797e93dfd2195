"""Clusters of annotations of several annotators that mean the same words: at most one of each annotator."""

from __future__ import annotations

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
    """Ids by annotator, the place of the first, and the different versions among them (label and span)."""

    ids: dict[str, str]
    place: Span
    versions: list[Version]


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
    groups: dict[tuple[str, int, int], list[Group]] = {}
    for name, items in placed.items():
        for id, (item, span) in items.items():
            alike = groups.get((item.label, span.start, span.end))
            if alike is None:
                groups[item.label, span.start, span.end] = [Group({name: id}, span, [(item.label, span)])]
            elif name not in alike[0].ids:
                alike[0].ids[name] = id
            elif others := [group for group in alike if name not in group.ids]:
                others[0].ids[name] = id
            else:
                alike.append(Group({name: id}, span, [(item.label, span)]))
    return [group for alike in groups.values() for group in alike]


def _joined(found: Sequence[Group], coming: Sequence[Group], *, everybody: int) -> list[Group]:
    """Join what is coming with what was found where they fit; return those that stay by themselves."""
    there = [group for group in found if len(group.ids) < everybody]
    here = [group for group in coming if len(group.ids) < everybody]
    if not there or not here:
        return list(coming)
    bonus = 2 * sum(len(group.place) for group in here) + 1

    def weigh(one: int, other: int) -> int:
        return _weight(here[one], there[other], bonus)

    pairs = assigned([group.place for group in here], [group.place for group in there], weigh)
    for one, other in pairs:
        there[other].ids |= here[one].ids
        there[other].versions += here[one].versions
    joined = {id(here[one]) for one, _other in pairs}
    return [group for group in coming if id(group) not in joined]


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
