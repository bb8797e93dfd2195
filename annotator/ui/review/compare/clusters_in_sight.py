"""Spans of the lanes that are in sight, out of all clusters of the annotators who are compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from annotator.model.span import Span
from annotator.review.comparing import Cluster
from annotator.ui.article_view.compared.compare_lanes import LaneSpan


class ClustersInSight:
    """Clusters in text order, from which the spans in sight are taken as they are painted, however many there are."""

    def __init__(self, clusters: Sequence[Cluster], annotators: Sequence[str]) -> None:
        self._clusters, self._annotators = clusters, annotators
        self._starts = [one.span.start for one in clusters]
        self._reach = [*accumulate((one.span.end for one in clusters), max)]

    def __getitem__(self, number: int) -> Cluster:
        return self._clusters[number]

    def number(self, cluster: Cluster) -> int:
        """Return the number of the cluster. Raises StopIteration where it is none of them."""
        first = bisect_left(self._starts, cluster.span.start)
        return next(at for at in range(first, len(self._starts)) if self._clusters[at] is cluster)

    def beginning_in(self, seen: Span) -> Iterator[tuple[int, Cluster]]:
        """Yield the clusters that begin within ``seen``, each with its number, in text order."""
        for at in range(bisect_left(self._starts, seen.start), bisect_left(self._starts, seen.end)):
            yield at, self._clusters[at]

    def __call__(self, seen: Span) -> list[list[LaneSpan]]:
        """Return the spans of each annotator that overlap ``seen``, those that start first and are longer first."""
        first, last = bisect_right(self._reach, seen.start), bisect_left(self._starts, seen.end)
        clusters = [one for one in self._clusters[first:last] if one.span.overlaps(seen)]
        return [
            sorted(
                (
                    LaneSpan(one.spans[name], one.versions[name].label, one.kind)
                    for one in clusters
                    if name in one.spans and one.spans[name].overlaps(seen)
                ),
                key=lambda lane: (lane.span.start, -lane.span.end),
            )
            for name in self._annotators
        ]
