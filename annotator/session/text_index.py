"""Index of annotations by paragraph, and in text order, over all labels and for each label."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.document import in_text_order
from annotator.model.span import Span
from annotator.session.placed_annotations import PlacedAnnotations, Position

MANY_PARAGRAPHS = 8
NO_ANNOTATIONS = PlacedAnnotations()

ONE_BY_ONE = 60
"""Changes to more annotations than this go through each list once, not once for each annotation."""

PARAGRAPH_END = re.compile("[\n\u2029\ufdd0\ufdd1]")
"""Paragraph ends as in Qt, so that paragraph numbers agree: LF, U+2029 and two non-characters."""


class TextIndex:
    """Index of one document's annotations by position, updated with each change.

    Paragraphs are numbered from 0 and separated by PARAGRAPH_END. An annotation is in the list of each paragraph that
    it touches or, if these are more than MANY_PARAGRAPHS, in a single list of long annotations.
    ``displaced`` are those that a change of the article displaced, by id.
    """

    def __init__(self, text: str, annotations: Iterable[Annotation]) -> None:
        self._starts = _paragraph_starts(text)
        self._length = len(text)
        self._paragraphs: dict[int, PlacedAnnotations] = {}
        self._long = PlacedAnnotations()
        self.order: list[Position] = []
        self._by_label: dict[str, list[Position]] = {}
        self.displaced: dict[str, Annotation] = {}
        for annotation in in_text_order(annotations):
            position = annotation.position
            self._place(annotation, position)
            self.order.append(position)
            self._by_label.setdefault(annotation.label, []).append(position)
            if annotation.displaced:
                self.displaced[annotation.id] = annotation

    def follow(self, change: Change) -> None:
        """Update the index with the annotations that the change removes and adds."""
        removed, added = change.annotations_removed, change.annotations_added
        for annotation in removed:
            self.displaced.pop(annotation.id, None)
        self.displaced.update((annotation.id, annotation) for annotation in added if annotation.displaced)
        if len(removed) + len(added) > ONE_BY_ONE:
            self._follow_many(removed, added)
            return
        for annotation in removed:
            for bucket in self._buckets(annotation):
                bucket.remove(annotation)
            for order in (self.order, self._by_label[annotation.label]):
                del order[bisect_left(order, annotation.position)]
        for annotation in added:
            position = annotation.position
            self._place(annotation, position)
            for order in (self.order, self._by_label.setdefault(annotation.label, [])):
                insort(order, position)

    def paragraph_of(self, position: int) -> int:
        """Return the number of the paragraph with the code point at ``position``."""
        return bisect_right(self._starts, position) - 1

    def paragraphs_of(self, annotation: Annotation) -> range:
        """Return the paragraphs that an annotation touches; none if its span is past the end or of an earlier text."""
        if annotation.is_elsewhere or annotation.span.start >= self._length:
            return range(0)
        first, end = bisect_right(self._starts, annotation.span.start), annotation.span.end
        if first == len(self._starts) or end <= self._starts[first]:
            return range(first - 1, first)
        return range(first - 1, self.paragraph_of(end - 1) + 1)

    def in_paragraph(self, paragraph: int) -> list[Annotation]:
        """Return the annotations that touch the paragraph, in no order; the list is not to be changed."""
        own = self._paragraphs.get(paragraph, NO_ANNOTATIONS).all
        if not self._long.all:
            return own
        return own + [a for a in self._long if paragraph in self.paragraphs_of(a)]

    def with_span(self, span: Span) -> list[Annotation]:
        """Return the annotations that have the span, whichever text it is of."""
        there = self._paragraphs.get(self.paragraph_of(span.start)), self._long, self._paragraphs.get(-1)
        return [annotation for placed in there if placed for annotation in placed.of_span(span)]

    def across(self, paragraph: int) -> list[Annotation]:
        """Return the annotations that touch the paragraph and others too, in no order."""
        start = self._starts[paragraph]
        end = self._starts[paragraph + 1] if paragraph + 1 < len(self._starts) else sys.maxsize
        return [a for a in self.in_paragraph(paragraph) if a.span.start < start or a.span.end > end]

    def at(self, position: int) -> list[Annotation]:
        """Return the annotations that contain the code point at ``position``, smallest first."""
        here = [a for a in self._touching(position) if a.span.contains(position)]
        return sorted(here, key=lambda a: (len(a.span), a.position))

    def near(self, position: int) -> list[Annotation]:
        """Return annotations that contain ``position``, then those that end there, each group smallest first."""
        return sorted(self._touching(position), key=lambda a: (not a.span.contains(position), len(a.span), a.position))

    def counts(self) -> Counter[str]:
        """Return the number of annotations of each label."""
        return Counter({label: len(order) for label, order in self._by_label.items() if order})

    def of_label(self, label: str) -> Sequence[Position]:
        """Return the positions of the label's annotations in text order; not to be changed."""
        return self._by_label.get(label, [])

    def number(self, annotation: Annotation) -> int:
        """Return the number of the annotation among those of its label in text order, from 1."""
        return bisect_left(self._by_label[annotation.label], annotation.position) + 1

    def after(self, position: Position) -> Position | None:
        """Return the next position in text order after ``position``; None if there is none."""
        rank = bisect_right(self.order, position)
        return self.order[rank] if rank < len(self.order) else None

    def before(self, position: Position) -> Position | None:
        """Return the last position in text order before ``position``; None if there is none."""
        rank = bisect_left(self.order, position)
        return self.order[rank - 1] if rank else None

    def _touching(self, position: int) -> list[Annotation]:
        """Return the annotations of the paragraph that contain the code point at ``position`` or end before it."""
        paragraph = self.paragraph_of(position)
        own = self._paragraphs.get(paragraph, NO_ANNOTATIONS).touching(position)
        return own + [a for a in self._long.touching(position) if paragraph in self.paragraphs_of(a)]

    def _follow_many(self, removed: Sequence[Annotation], added: Sequence[Annotation]) -> None:
        before, renewed, new = {a.id: a for a in removed}, dict[str, Annotation](), list[Annotation]()
        for annotation in added:
            one = before.get(annotation.id)
            if one is not None and one.span is annotation.span and one.displaced is annotation.displaced:
                renewed[annotation.id] = annotation
            else:
                new.append(annotation)
        gone = before.keys() - renewed.keys()
        for bucket in (*self._paragraphs.values(), self._long):
            if gone:
                bucket.take_out(gone)
            if renewed:
                bucket.renew(renewed)
        positions = [annotation.position for annotation in new]
        for annotation, position in zip(new, positions, strict=True):
            self._place(annotation, position)
        _exchange(self.order, gone, positions)
        self._follow_labels(removed, added)

    def _follow_labels(self, removed: Iterable[Annotation], added: Iterable[Annotation]) -> None:
        leaving, coming = defaultdict[str, set[str]](set), defaultdict[str, list[Position]](list)
        for annotation in removed:
            leaving[annotation.label].add(annotation.id)
        for annotation in added:
            coming[annotation.label].append(annotation.position)
        for label in leaving.keys() | coming.keys():
            order = self._by_label.setdefault(label, [])
            _exchange(order, leaving.get(label, frozenset()), coming.get(label, ()))

    def _place(self, annotation: Annotation, position: Position) -> None:
        for bucket in self._buckets(annotation):
            bucket.add(annotation, position)

    def _buckets(self, annotation: Annotation) -> list[PlacedAnnotations]:
        touched = self.paragraphs_of(annotation) or (-1,)
        if len(touched) > MANY_PARAGRAPHS:
            return [self._long]
        return [self._placed_in(paragraph) for paragraph in touched]

    def _placed_in(self, paragraph: int) -> PlacedAnnotations:
        placed = self._paragraphs.get(paragraph)
        if placed is None:
            placed = self._paragraphs[paragraph] = PlacedAnnotations()
        return placed


def _exchange(order: list[Position], gone: Set[str], added: Sequence[Position]) -> None:
    """Take the ids out of a sorted list and put positions in; sorting is cheap, as both runs are nearly in order."""
    if gone:
        order[:] = [position for position in order if position[2] not in gone]
    if added:
        order.extend(added)
        order.sort()


def _paragraph_starts(text: str) -> list[int]:
    if text.isascii():
        return [0, *_after(text, "\n")]
    return [0, *(match.end() for match in PARAGRAPH_END.finditer(text))]


def _after(text: str, mark: str) -> Iterator[int]:
    position = text.find(mark)
    while position >= 0:
        yield position + 1
        position = text.find(mark, position + 1)
