"""Annotations of one paragraph, sorted, so that those at a place are found without looking at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Set
from itertools import compress
from operator import itemgetter

from annotator.model.annotation import Annotation
from annotator.model.span import Span

Position = tuple[int, int, str]
"""Start and end in code points, and id: the sort key of the text order."""

ID = itemgetter(2)


class PlacedAnnotations:
    """Annotations in text order: start, end, id.

    Adding, removing and looking up take steps in proportion to the logarithm of their number, and to how many begin
    within the length of the longest before the place that is looked up.
    """

    __slots__ = ("_annotations", "_longest", "_positions")

    def __init__(self) -> None:
        self._positions: list[Position] = []
        self._annotations: list[Annotation] = []
        self._longest = 0
        """Length, in code points, of the longest annotation that there ever was."""

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self._annotations)

    @property
    def all(self) -> list[Annotation]:
        """All of them, in text order; the list is not to be changed."""
        return self._annotations

    def add(self, annotation: Annotation, position: Position) -> None:
        """Add the annotation of that position where it belongs; after all others it takes one step."""
        at = len(self._positions)
        if at and position < self._positions[-1]:
            at = bisect_left(self._positions, position)
        self._positions.insert(at, position)
        self._annotations.insert(at, annotation)
        if position[1] - position[0] > self._longest:
            self._longest = position[1] - position[0]

    def remove(self, annotation: Annotation) -> None:
        """Remove the annotation with this id and span; do nothing where there is none."""
        at = bisect_left(self._positions, annotation.position)
        if self._positions[at : at + 1] == [annotation.position]:
            del self._positions[at], self._annotations[at]

    def renew(self, renewed: Mapping[str, Annotation]) -> None:
        """Have those of the same ids instead, which are at the same places."""
        self._annotations = list(map(renewed.get, map(ID, self._positions), self._annotations))

    def take_out(self, ids: Set[str]) -> None:
        """Remove all annotations of these ids."""
        stays = [position[2] not in ids for position in self._positions]
        if not all(stays):
            self._positions = list(compress(self._positions, stays))
            self._annotations = list(compress(self._annotations, stays))

    def touching(self, position: int) -> list[Annotation]:
        """Return those that contain the code point at ``position`` or end before it, in text order."""
        first = bisect_left(self._positions, (position - self._longest,))
        beyond = bisect_right(self._positions, (position + 1,))
        return [a for a in self._annotations[first:beyond] if a.span.end >= position]

    def of_span(self, span: Span) -> list[Annotation]:
        """Return those that have the span, in the order of their ids."""
        first = bisect_left(self._positions, (span.start, span.end))
        return self._annotations[first : bisect_left(self._positions, (span.start, span.end + 1))]
