"""Agreement on spans by label in one article, and which of its differences are behind a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from annotator.model.span import Span
from annotator.review.agreement.columns import Sums
from annotator.review.agreement.measures import View, exact, overlap
from annotator.review.agreement.results import Result
from annotator.review.comparing import Cluster


class LabelAgreement(NamedTuple):
    """F1 of the same span and F1 of overlaps of a label; that of all labels has an empty one."""

    label: str
    exact: Result
    overlap: Result


def by_label(columns: Sums, annotators: Sequence[str]) -> list[LabelAgreement]:
    """Return the agreement of all pairs of annotators together, the most used label first, all labels last."""
    view, uses = View(columns, annotators, {}), Counter[str]()
    for key, count in columns.items():
        if key[0] == "used" and key[1]:
            uses[key[1]] += count
    labels = [label for label, _count in uses.most_common()]
    return [LabelAgreement(label, exact(view, label), overlap(view, label)) for label in (*labels, "")]


def speaks_against(cluster: Cluster, label: str, annotators: int, share: float) -> bool:
    """Return whether not all of so many annotators have the label alike there, or any label where it is empty.

    Spans are alike that share at least ``share`` of what both cover: 1 for the same span.
    """
    labels = {version.label for version in cluster.versions.values()}
    for one in labels & {label} if label else labels:
        spans = [cluster.spans[name] for name, version in cluster.versions.items() if version.label == one]
        if len(spans) < annotators or not all(_alike(*pair, share) for pair in combinations(spans, 2)):
            return True
    return False


def _alike(one: Span, other: Span, share: float) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= share * (len(one) + len(other) - shared)
