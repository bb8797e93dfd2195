"""Differences in text order, from each of which one goes on to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from annotator.review.comparing import Cluster


class Differences:
    """``all`` of them in text order; None stands for no difference."""

    def __init__(self, clusters: Iterable[Cluster] = ()) -> None:
        self.all = tuple(clusters)
        self._numbers = {id(cluster): number for number, cluster in enumerate(self.all, 1)}  # compared, they are alike

    def number(self, cluster: Cluster | None) -> int:
        """Return the number of the difference, from 1; 0 for None."""
        return self._numbers[id(cluster)] if cluster else 0

    def like(self, cluster: Cluster | None) -> Cluster | None:
        """Return the difference between the same versions as in a cluster of a part; None for None."""
        if cluster is None:
            return None
        return next(one for one in self.all if one.span == cluster.span and one.ids == cluster.ids)

    def beside(self, cluster: Cluster | None, step: int) -> Cluster | None:
        """Return the next or previous one, from the last the first; None where there is none at all."""
        if not self.all:
            return None
        at = self.number(cluster) - 1 + step if cluster else (0 if step > 0 else -1)
        return self.all[at % len(self.all)]

    def after(self, cluster: Cluster | None) -> Iterator[Cluster]:
        """Yield those that follow, then those before, and the difference itself at last."""
        at = self.number(cluster)
        return chain(islice(self.all, at, None), islice(self.all, at))
