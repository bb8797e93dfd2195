"""Comparison of what two to five annotators made in one text: clusters of annotations, and how each differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.alike import alike
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.span import Span, without_blanks
from annotator.review.clustering import clustered
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
    """Return the clusters of the documents, by annotator, in text order.

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
    placed = {name: _placed(document) for name, document in documents.items()}
    groups = clustered(placed)
    ends = relation_ends(documents, groups)
    made = [_cluster(group, placed, ends, len(documents)) for group in groups]
    return sorted(made, key=_position)


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


def _placed(document: Document) -> dict[str, tuple[Annotation, Span]]:
    """Return the annotations that stand in this text, by id, with their spans without blanks at the edges."""
    text = document.article.text
    return {
        item.id: (item, without_blanks(text, item.span))
        for item in document.annotations.values()
        if not item.is_elsewhere
    }


def _cluster(
    group: Mapping[str, str],
    placed: Mapping[str, Mapping[str, tuple[Annotation, Span]]],
    ends: Mapping[tuple[str, str], object],
    annotators: int,
) -> Cluster:
    versions: dict[str, Annotation] = {}
    spans: dict[str, Span] = {}
    for name, id in group.items():
        versions[name], spans[name] = placed[name][id]
    (first, place), *others = zip(versions.values(), spans.values(), strict=True)
    linked = [ends.get(pair) for pair in group.items()] if ends else [None]
    differs = {RELATIONS: any(one != linked[0] for one in linked), ONLY: len(group) < annotators}
    start, end = place.start, place.end
    for other, span in others:
        if span.start != place.start or span.end != place.end:
            differs[EDGES] = True
            start, end = min(start, span.start), max(end, span.end)
        differs[LABEL] = differs.get(LABEL, False) or other.label != first.label
        differs[VALUES] = differs.get(VALUES, False) or not _same_values(first, other)
    whole = Span(start, end) if EDGES in differs else place
    return Cluster(versions, spans, whole, tuple(kind for kind in DIFFERENCES if differs.get(kind)))


def _same_values(one: Annotation, other: Annotation) -> bool:
    return (not one.attributes and not other.attributes) or alike(one.attributes, other.attributes)


def _position(cluster: Cluster) -> tuple[int, int, str]:
    span, name = cluster.span, min(cluster.spans)
    if EDGES in cluster.kinds:
        span, name = min((span, name) for name, span in cluster.spans.items())
    return span.start, span.end, f"{name} {cluster.versions[name].id}"
