"""Acceptance of the spans that are proposed for displaced annotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from annotator.anchoring.places import Place
from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.items import altered


def accept(document: Document, ids: Iterable[str], places: Mapping[str, Place], *, now: str) -> Change:
    """Return the change that gives the annotations their proposed spans.

    An annotation without a proposal is left as it is, and so is one whose label is already at the proposed span.
    Raises ValueError where a proposed span ends past the article.
    """
    taken = {(item.span, item.label) for item in document.annotations.values() if item.displaced is None}
    change = Change()
    for before in (document.annotations[id] for id in ids):
        place = places.get(before.id)
        if place is None or place.span is None or (place.span, before.label) in taken:
            continue
        if place.span.end > len(document.article.text):
            raise ValueError(
                f"{document.article.name} has {len(document.article.text)} characters, no {place.span.end}"
            )
        taken.add((place.span, before.label))
        after: Annotation = altered(before, span=place.span, displaced=None, modified=now)
        change += Change((before,), (after,))
    return change
