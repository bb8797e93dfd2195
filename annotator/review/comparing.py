"""Comparison of what two to five annotators made in one text: clusters of annotations, and how each differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from annotator.model.alike import alike
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.review.clustering import Group, clustered
from annotator.review.ends import relation_ends

EDGES, LABEL, ONLY, VALUES, RELATIONS = "edges", "label", "only", "values", "relations"
DIFFERENCES = (EDGES, LABEL, ONLY, VALUES, RELATIONS)
"""Kinds of differences in the order in which they are listed; a cluster is listed with the first that it has."""

MOST = 5
"""Most annotators that are compared at once."""


class TextsDifferError(Exception):
    """The documents of these ``annotators`` were made on another text than the first one."""

    def __init__(self, annotators: Sequence[str]) -> None:
        super().__init__(", ".join(annotators))
        self.annotators = tuple(annotators)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Annotations of several annotators that mean the same words, at most one of each, by the annotator's name.

    ``kinds`` are the kinds of differences among them, in the order of ``DIFFERENCES``; none where all agree. ``spans``
    are the places without blanks at their edges, in code points; ``span`` covers all of them.
    """

    versions: Mapping[str, Annotation]
    spans: Mapping[str, Span]
    span: Span
    kinds: tuple[str, ...]

    @property
    def agreed(self) -> bool:
        return not self.kinds

    @property
    def kind(self) -> str:
        """The kind that it is listed with; empty where all agree."""
        return self.kinds[0] if self.kinds else ""

    @property
    def ids(self) -> Mapping[str, str]:
        """Ids of the versions by annotator, which tell the cluster from all others."""
        return {name: version.id for name, version in self.versions.items()}


def compared(documents: Mapping[str, Document]) -> list[Cluster]:
    """Return the clusters of the documents, by annotator, in text order; where that is the same, in the documents'.

    Annotations are matched as ``clustered`` says. White space at the edges of spans does not count, nor do notes,
    states and times. Relations are alike where they have the same type, attributes, and lead to the same clusters; they
    count where they begin.
    What refers to an earlier text of the article is left out. Raises TextsDifferError where the texts are not the same,
    and ValueError for less than two documents or more than ``MOST``.
    """
    if not 2 <= len(documents) <= MOST:
        raise ValueError(f"two to {MOST} documents can be compared, not {len(documents)}")
    first = next(iter(documents.values()))
    others = [name for name, one in documents.items() if one.article.sha256 != first.article.sha256]
    if others:
        raise TextsDifferError(others)
    groups = clustered(documents)
    ends = relation_ends(documents, groups)
    return sorted((_cluster(group, ends, len(documents)) for group in groups), key=_position)


def differences(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Return the clusters in which the annotators differ, in their order."""
    return [cluster for cluster in clusters if cluster.kinds]


def by_kind(clusters: Iterable[Cluster]) -> dict[str, list[Cluster]]:
    """Return the clusters that differ, by the kind that each is listed with; kinds that do not occur are left out."""
    found: dict[str, list[Cluster]] = {kind: [] for kind in DIFFERENCES}
    for cluster in clusters:
        if cluster.kinds:
            found[cluster.kind].append(cluster)
    return {kind: some for kind, some in found.items() if some}


def _cluster(group: Group, ends: Mapping[tuple[str, str], object], annotators: int) -> Cluster:
    items, span, edges, label = group.items, group.place, False, False
    for other in group.others:
        label, place = label or other.label != group.label, other.place
        if place != group.place:
            edges, span = True, Span(min(span.start, place.start), max(span.end, place.end))
    first, *rest = items.values()
    only = len(items) < annotators
    values = any(one.attributes is not first.attributes and not _same_values(first, one) for one in rest)
    linked = [ends.get((name, item.id)) for name, item in items.items()] if ends else []
    relations = any(one != linked[0] for one in linked)
    return Cluster(items, group.spans, span, _kinds((edges, label, only, values, relations)))


def _same_values(one: Annotation, other: Annotation) -> bool:
    return (not one.attributes and not other.attributes) or alike(one.attributes, other.attributes)


@cache
def _kinds(differs: tuple[bool, ...]) -> tuple[str, ...]:
    """Return the kinds of differences; ``differs`` says so for each in their order."""
    return tuple(kind for kind, does in zip(DIFFERENCES, differs, strict=True) if does)


def _position(cluster: Cluster) -> tuple[int, int]:
    return cluster.span.start, cluster.span.end
