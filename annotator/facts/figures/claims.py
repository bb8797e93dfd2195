"""Claims that figures are numbers of, and sources that say these claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.scheme import Scheme

QUANTIFIES, ATTRIBUTED_TO = "quantifies", "attributed_to"
CLAIM = "claim"


class Claims:
    """Claim of each figure of a document, and source of each claim, by the relations and else by the place."""

    def __init__(self, document: Document, scheme: Scheme) -> None:
        self._annotations = document.annotations
        self._quantified = _targets(document, QUANTIFIES)
        self._sources = _targets(document, ATTRIBUTED_TO)
        labels = claim_labels(scheme)
        placed = [one for one in document.in_text_order() if one.label in labels and not one.displaced]
        self._placed = placed
        self._starts = [claim.span.start for claim in placed]
        self._furthest = [*_running_maxima(claim.span.end for claim in placed)]

    def of(self, figure: Annotation) -> Annotation | None:
        """Return the claim that the figure quantifies, else the shortest one around it; None if there is none."""
        related = self._annotations.get(self._quantified.get(figure.id, ""))
        if related or figure.displaced:
            return related
        return self._around(figure)

    def source_of(self, claim: Annotation | None) -> Annotation | None:
        """Return the source that the claim is attributed to, the first of several; None if there is none."""
        return self._annotations.get(self._sources.get(claim.id, "")) if claim else None

    def _around(self, figure: Annotation) -> Annotation | None:
        found: Annotation | None = None
        at = bisect_right(self._starts, figure.span.start) - 1
        while at >= 0 and self._furthest[at] >= figure.span.end:
            claim = self._placed[at]
            if claim.span.end >= figure.span.end and (not found or len(claim.span) < len(found.span)):
                found = claim
            at -= 1
        return found


def claim_labels(scheme: Scheme) -> frozenset[str]:
    """Return the ids of the labels of claims: what figures quantify, else what is attributed to sources."""
    quantified = {rule.target for rule in scheme.relations if rule.id == QUANTIFIES}
    attributed = {rule.source for rule in scheme.relations if rule.id == ATTRIBUTED_TO}
    return frozenset(quantified or attributed or {CLAIM})


def _targets(document: Document, type: str) -> dict[str, str]:
    """Return the target of the relations of that type by source, that of the first relation by its id."""
    found: dict[str, str] = {}
    for relation in sorted(document.relations.values(), key=lambda one: one.id):
        if relation.type == type:
            found.setdefault(relation.source, relation.target)
    return found


def _running_maxima(numbers: Iterable[int]) -> Iterable[int]:
    most = 0
    for number in numbers:
        most = max(most, number)
        yield most
