"""Annotations of one paragraph, sorted, so that those at a place are found without looking at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from annotator.model.annotation import Annotation
from annotator.model.span import Span


class PlacedAnnotations:
    """Annotations in text order: start, end, id.

    Adding, removing and looking up take steps in proportion to the logarithm of their number, and to how many begin
    within the length of the longest before the place that is looked up.
    """

    __slots__ = ("_annotations", "_longest", "_positions")

    def __init__(self) -> None:
        self._positions: list[tuple[int, int, str]] = []
        self._annotations: list[Annotation] = []
        self._longest = 0
        """Length, in code points, of the longest annotation that there ever was."""

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self._annotations)

    @property
    def all(self) -> list[Annotation]:
        """All of them, in text order; the list is not to be changed."""
        return self._annotations

    def append(self, annotation: Annotation, position: tuple[int, int, str]) -> None:
        """Add the annotation of that position, which comes after all others."""
        self._positions.append(position)
        self._annotations.append(annotation)
        if position[1] - position[0] > self._longest:
            self._longest = position[1] - position[0]

    def add(self, annotation: Annotation) -> None:
        """Add the annotation where it belongs."""
        at = bisect_left(self._positions, annotation.position)
        self._positions.insert(at, annotation.position)
        self._annotations.insert(at, annotation)
        self._longest = max(self._longest, len(annotation.span))

    def remove(self, annotation: Annotation) -> None:
        """Remove the annotation with this id and span; do nothing where there is none."""
        at = bisect_left(self._positions, annotation.position)
        if self._positions[at : at + 1] == [annotation.position]:
            del self._positions[at], self._annotations[at]

    def replace_all(self, annotations: Iterable[Annotation]) -> None:
        """Have these instead, which are in text order."""
        self._annotations = list(annotations)
        self._positions = [annotation.position for annotation in self._annotations]

    def touching(self, position: int) -> list[Annotation]:
        """Return those that contain the code point at ``position`` or end before it, in text order."""
        first = bisect_left(self._positions, (position - self._longest,))
        beyond = bisect_right(self._positions, (position + 1,))
        return [a for a in self._annotations[first:beyond] if a.span.end >= position]

    def of_span(self, span: Span) -> list[Annotation]:
        """Return those that have the span, in the order of their ids."""
        first = bisect_left(self._positions, (span.start, span.end))
        return self._annotations[first : bisect_left(self._positions, (span.start, span.end + 1))]
