"""Which of its label an annotation is."""

from __future__ import annotations

from bisect import bisect_left, insort

from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.document import Document

Position = tuple[int, int, str]


class LabelRanks:
    """The places of each label's annotations in text order; follows the document change by change."""

    def __init__(self, document: Document, order: list[Position]) -> None:
        self._places: dict[str, list[Position]] = {}
        for position in order:
            self._places.setdefault(document.annotations[position[2]].label, []).append(position)

    def follow(self, change: Change) -> None:
        for annotation in change.annotations_removed:
            places = self._places[annotation.label]
            del places[bisect_left(places, annotation.position)]
        for annotation in change.annotations_added:
            insort(self._places.setdefault(annotation.label, []), annotation.position)

    def of(self, annotation: Annotation) -> tuple[int, int]:
        """Its number among those of its label, from 1, and how many there are."""
        places = self._places[annotation.label]
        return bisect_left(places, annotation.position) + 1, len(places)
