"""Badges of the clusters beside the lines in which they begin, in place of those of the annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect

from annotator.model.annotation import Annotation
from annotator.review.comparing import Cluster
from annotator.session.review.compare_mode import CompareMode
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.compared.compare_lanes import span_of_lines
from annotator.ui.article_view.margins.margin import Places, Sign
from annotator.ui.article_view.segments import LineFinder
from annotator.ui.article_view.unmarked.sight import Placement
from annotator.ui.review.compare.clusters_in_sight import ClustersInSight


class ClusterBadges:
    """Signs of the clusters: with the label of the first version, pale where nothing is to be decided.

    Each stands for an annotation whose id is the number of the cluster. ``take`` is called with one that was clicked.
    """

    def __init__(
        self, mode: CompareMode, take: Callable[[Cluster], object], clusters: ClustersInSight, view: ArticleText
    ) -> None:
        self._mode, self._take, self._clusters, self._view = mode, take, clusters, view

    def signs(self, placement: Placement, canvas: Canvas, rect: QRect, margin: Places) -> Iterator[Sign]:
        """Yield the signs beside the lines of a paragraph that ``rect`` shows."""
        finder, lines = LineFinder(placement.block), canvas.lines_in(placement, rect)
        if not finder.lines or placement.block.length() == 1 or not lines:
            return
        beside: dict[int, list[Annotation]] = {}
        for number, cluster in self._clusters.beginning_in(span_of_lines(self._view, placement, finder, lines)):
            at = self._view.offsets.to_utf16(cluster.span.start) - placement.block.position()
            beside.setdefault(finder.line_of(at), []).append(_stand_in(number, cluster))
        for line, here in beside.items():
            for lane, one in enumerate(here[: margin.lanes]):
                yield Sign(margin.badge_rect(placement, canvas, line, lane), (one,))
            if rest := tuple(here[margin.lanes :]):
                yield Sign(margin.more_rect(placement, canvas, line), rest, more=True)

    def is_pale(self, id: str) -> bool:
        """Return whether the annotators agree, or something is decided that stands."""
        cluster = self._clusters[int(id)]
        return cluster.agreed or not self._mode.is_open(cluster)

    def chosen(self) -> str:
        """Return the number of the current difference as an id; empty for none."""
        current = self._mode.current
        return str(self._clusters.number(current)) if current else ""

    def choose(self, id: str) -> None:
        """Take the cluster."""
        self._take(self._clusters[int(id)])


def _stand_in(number: int, cluster: Cluster) -> Annotation:
    return Annotation(str(number), next(iter(cluster.versions.values())).label, cluster.span)
