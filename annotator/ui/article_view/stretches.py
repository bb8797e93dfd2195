"""Cache of what is drawn on each stretch of lines, filled on first use and dropped when annotations change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock

from annotator.model.annotation import Annotation
from annotator.model.offsets import Utf16Map
from annotator.session.text_index import TextIndex
from annotator.ui.article_view.lanes import assign_lanes
from annotator.ui.article_view.marks import MarkBuilder, Marks
from annotator.ui.article_view.segments import LineFinder, Placed, Segment
from annotator.ui.article_view.stripes import Stripe, stripes

LINES = 64
"""Number of lines in a stretch. A paragraph with more lines is divided into several stretches."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Marks and stripes on some lines of a paragraph, and its parts: annotation, first and last line of each bar."""

    marks: Marks
    stripes: list[Stripe]
    parts: list[tuple[Annotation, int, int]]


class Stretches:
    """Stretches of one laid-out article. Offsets of annotations are code points, those of Qt UTF-16.

    ``kind`` returns a label's kind of mark.
    """

    def __init__(self, index: TextIndex, offsets: Utf16Map, kind: Callable[[str], str]) -> None:
        self._index = index
        self._offsets = offsets
        self.kind = kind
        self._cached: dict[tuple[int, int], Stretch] = {}
        self._lanes: dict[str, int] = {}
        self._paragraphs_with_lanes: set[int] = set()
        self._replacement: Annotation | None = None

    def show_instead(self, annotation: Annotation | None) -> None:
        """Show ``annotation`` instead of the one with the same id; None shows all as they are."""
        if self._replacement or annotation:
            self._replacement = annotation
            self.clear()

    def clear(self) -> None:
        """Drop everything cached; to be called when the text was laid out again."""
        self._cached.clear()
        self._forget_lanes()

    def forget(self, paragraphs: Iterable[int]) -> None:
        """Drop what is cached for these paragraphs."""
        numbers = set(paragraphs)
        if len(numbers) > 1:
            self._forget_lanes()
        for key in [key for key in self._cached if key[0] in numbers]:
            del self._cached[key]

    def at(self, block: QTextBlock, chunk: int, builder: MarkBuilder) -> Stretch:
        """Return the stretch number ``chunk`` of the block, building it where it is not cached."""
        key = (block.blockNumber(), chunk)
        if key not in self._cached:
            self._cached[key] = self._make(block, chunk, builder)
        return self._cached[key]

    def placed(self, block: QTextBlock, annotation: Annotation) -> Placed | None:
        """Return the annotation's part in the block; None where the annotation does not touch it."""
        origin, to_utf16 = block.position(), self._offsets.to_utf16
        start, end = to_utf16(annotation.span.start) - origin, to_utf16(annotation.span.end) - origin
        room = block.length() - 1
        if start >= room or end <= 0 or room == 0:
            return None
        return Placed(max(start, 0), min(end, room), start >= 0, end <= room, annotation)

    def begins_and_ends(self, block: QTextBlock, annotation: Annotation) -> tuple[bool, bool]:
        """Return whether the annotation begins and whether it ends in the block."""
        placed = self.placed(block, annotation)
        return (placed.begins, placed.ends) if placed else (False, False)

    def segments(self, block: QTextBlock, annotation: Annotation) -> list[Segment]:
        """Return the segments of the annotation on the lines of the block."""
        placed, finder = self.placed(block, annotation), LineFinder(block)
        return finder.segments(placed, range(finder.lines)) if placed else []

    def _make(self, block: QTextBlock, chunk: int, builder: MarkBuilder) -> Stretch:
        if block.length() == 1:
            return Stretch(Marks(), [], [(annotation, 0, 0) for annotation in self._bars_over(block)])
        finder = LineFinder(block)
        lines = range(chunk * LINES, min((chunk + 1) * LINES, finder.lines))
        here = list(self._on_lines(block, finder, lines))
        shown = [placed for placed in here if self.kind(placed.annotation.label) != "bar"]
        marks = builder.build([(placed, finder.segments(placed, lines)) for placed in shown], len(lines))
        touched = [(placed, *self._lines_of(placed, finder, lines)) for placed in here]
        beside = [line for line in touched if self.kind(line[0].annotation.label) != "bar"]
        parts = [
            (placed.annotation, first, last)
            for placed, first, last in touched
            if self.kind(placed.annotation.label) == "bar"
        ]
        return Stretch(marks, stripes(beside, self._lanes_at(block.blockNumber())), parts)

    def _bars_over(self, block: QTextBlock) -> list[Annotation]:
        position = self._offsets.to_code_points(block.position())
        here = self._index.in_paragraph(block.blockNumber())
        return [a for a in here if a.span.contains(position) and self.kind(a.label) == "bar"]

    def _on_lines(self, block: QTextBlock, finder: LineFinder, lines: range) -> Iterable[Placed]:
        annotations = self._index.in_paragraph(block.blockNumber())
        if instead := self._replacement:
            annotations = [*(other for other in annotations if other.id != instead.id), instead]
        start, end = finder.offsets(lines.start, lines.stop - 1)
        first, last = (self._offsets.to_code_points(block.position() + offset) for offset in (start, end))
        here = [a for a in annotations if a.span.start < last and a.span.end > first]
        for annotation in sorted(here, key=lambda annotation: annotation.position):
            placed = self.placed(block, annotation)
            if placed and placed.start < end and placed.end > start:
                yield placed

    @staticmethod
    def _lines_of(placed: Placed, finder: LineFinder, lines: range) -> tuple[int, int]:
        first, last = finder.line_of(placed.start), finder.line_of(placed.end - 1)
        return max(first, lines.start), min(last, lines.stop - 1)

    def _lanes_at(self, paragraph: int) -> Mapping[str, int]:
        """Return the lanes, by id, of annotations that span several paragraphs, those at ``paragraph`` included.

        Such an annotation has the same lane in all its paragraphs.
        """
        if paragraph not in self._paragraphs_with_lanes:
            spanning = self._spanning_around(paragraph)
            ranges = [(found.start, found.stop) for found in map(self._index.paragraphs_of, spanning)]
            longest_first = sorted(range(len(ranges)), key=lambda n: (ranges[n][0] - ranges[n][1], ranges[n]))
            lanes = assign_lanes(ranges, longest_first)
            self._lanes |= {a.id: lane for a, lane in zip(spanning, lanes, strict=True)}
        return self._lanes

    def _spanning_around(self, paragraph: int) -> list[Annotation]:
        """Return the annotations that span several paragraphs and touch this one, directly or through one another."""
        found: dict[str, Annotation] = {}
        ahead = {paragraph}
        while ahead:
            number = ahead.pop()
            self._paragraphs_with_lanes.add(number)
            for annotation in self._index.in_paragraph(number):
                touched = self._index.paragraphs_of(annotation)
                if len(touched) > 1 and annotation.id not in found and self.kind(annotation.label) != "bar":
                    found[annotation.id] = annotation
                    ahead.update(set(touched) - self._paragraphs_with_lanes)
        return sorted(found.values(), key=lambda annotation: annotation.position)

    def _forget_lanes(self) -> None:
        self._lanes.clear()
        self._paragraphs_with_lanes.clear()
