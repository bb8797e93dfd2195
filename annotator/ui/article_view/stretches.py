"""Cache of what is drawn on each stretch of lines, filled on first use and dropped when annotations change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from PySide6.QtGui import QTextBlock

from annotator.model.annotation import Annotation
from annotator.model.offsets import Utf16Map
from annotator.model.span import Span
from annotator.session.text_index import TextIndex
from annotator.ui.article_view.lanes import assign_lanes
from annotator.ui.article_view.marks import Drawn, MarkBuilder, Marks
from annotator.ui.article_view.segments import LineFinder, Placed, Segment, lines_with
from annotator.ui.article_view.stripes import Stripe, stripes

LINES = 64
"""Number of lines in a stretch. A paragraph with more lines is divided into several stretches."""


IN_TEXT_ORDER = attrgetter("position")
Part = tuple[Annotation, int, int]
"""Annotation whose label is drawn as a bar, with its first and last line."""


@dataclass(slots=True)
class Stretch:
    """Annotations on some lines of a paragraph: how they are drawn on each line, their stripes, and the bars.

    ``shapes`` are the marks of the lines that were painted.
    """

    lines: range
    drawn: list[list[Drawn]]
    stripes: list[Stripe]
    parts: list[Part]
    shapes: dict[int, Marks] = field(default_factory=dict)

    def beside(self) -> list[list[Stripe | Part]]:
        """Return what is drawn in the margins beside each line."""
        signs: list[list[Stripe | Part]] = [[] for _ in self.lines]
        for stripe in self.stripes:
            for line in range(stripe.first, stripe.last + 1):
                signs[line - self.lines.start].append(stripe)
        for part in self.parts:
            for line in range(part[1], part[2] + 1):
                signs[line - self.lines.start].append(part)
        return signs

    def take_over(self, former: Stretch) -> list[int]:
        """Take the shapes of a stretch of the same lines where they are as they were; return the other lines."""
        same = {line for line, new, old in zip(self.lines, self.drawn, former.drawn, strict=True) if new == old}
        self.shapes = {line: shapes for line, shapes in former.shapes.items() if line in same}
        signs = zip(self.lines, self.beside(), former.beside(), strict=True)
        return [line for line, new, old in signs if line not in same or new != old]


class Stretches:
    """Stretches of one laid-out article. Offsets of annotations are code points, those of Qt UTF-16.

    ``kind`` returns a label's kind of mark, ``key`` the key of an annotation's colours; those with the same key share
    badges.
    """

    def __init__(
        self,
        index: TextIndex,
        offsets: Utf16Map,
        kind: Callable[[str], str],
        key: Callable[[Annotation], str] = attrgetter("label"),
    ) -> None:
        self._index = index
        self._offsets = offsets
        self.kind, self.key = kind, key
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

    def forget(self, paragraphs: Iterable[int], but: range = range(0)) -> None:
        """Drop what is cached for these paragraphs, except for their stretches of the numbers in ``but``."""
        numbers = set(paragraphs)
        if len(numbers) > 1:
            self._forget_lanes()
        for key in [key for key in self._cached if key[0] in numbers and key[1] not in but]:
            del self._cached[key]

    def at(self, block: QTextBlock, chunk: int, builder: MarkBuilder) -> Stretch:
        """Return the stretch number ``chunk`` of the block, building it where it is not cached."""
        key = (block.blockNumber(), chunk)
        if key not in self._cached:
            self._cached[key] = self._make(block, chunk, builder)
        return self._cached[key]

    def with_any_of(self, spans: Sequence[Span], block: QTextBlock, chunks: range) -> list[int]:
        """Return those of the block's stretches on whose lines one of the spans is; all of an empty block."""
        if block.length() == 1:
            return [*chunks]
        finder = LineFinder(block)
        extents = [(chunk, *self._extent(block, finder, _lines(chunk, finder))) for chunk in chunks]
        return [
            chunk for chunk, first, last in extents if any(span.start < last and span.end > first for span in spans)
        ]

    def renew(self, block: QTextBlock, chunk: int, builder: MarkBuilder) -> list[int]:
        """Build a stretch again, as annotations have changed; return the lines that look different."""
        key = (block.blockNumber(), chunk)
        former, self._cached[key] = self._cached.get(key), self._make(block, chunk, builder)
        new = self._cached[key]
        return new.take_over(former) if former and former.lines == new.lines else list(new.lines)

    def shapes(self, block: QTextBlock, stretch: Stretch, within: range, builder: MarkBuilder) -> list[Marks]:
        """Return the shapes on those lines of a stretch that are in ``within``, building those that are not cached."""
        lines = range(max(within.start, stretch.lines.start), min(within.stop, stretch.lines.stop))
        missing = [line for line in lines if line not in stretch.shapes]
        finder = LineFinder(block) if missing else None
        for line in missing:
            assert finder is not None
            drawn = stretch.drawn[line - stretch.lines.start]
            segments = finder.on_line(line, [item.placed for item in drawn])
            stretch.shapes[line] = builder.shapes([*zip(drawn, segments, strict=True)])
        return [stretch.shapes[line] for line in lines]

    def placed(self, block: QTextBlock, annotation: Annotation) -> Placed | None:
        """Return the annotation's part in the block; None where the annotation does not touch it."""
        return self._placed(annotation, block.position(), block.length() - 1)

    def begins_and_ends(self, block: QTextBlock, annotation: Annotation) -> tuple[bool, bool]:
        """Return whether the annotation begins and whether it ends in the block."""
        placed = self.placed(block, annotation)
        return (placed.begins, placed.ends) if placed else (False, False)

    def segments(self, block: QTextBlock, annotation: Annotation) -> list[Segment]:
        """Return the segments of the annotation on the lines of the block."""
        placed = self.placed(block, annotation)
        if placed is None:
            return []
        finder = LineFinder(block)
        return finder.segments(placed, range(finder.lines))

    def lines_of(self, block: QTextBlock, span: Span) -> range:
        """Return the lines of the block that the span touches."""
        origin, room, to_utf16 = block.position(), block.length() - 1, self._offsets.to_utf16
        start, end = max(to_utf16(span.start) - origin, 0), min(to_utf16(span.end) - origin, room)
        if start >= end:
            return range(0)
        finder = LineFinder(block)
        return range(finder.line_of(start), finder.line_of(end - 1) + 1)

    def _make(self, block: QTextBlock, chunk: int, builder: MarkBuilder) -> Stretch:
        if block.length() == 1:
            return Stretch(range(1), [[]], [], [(annotation, 0, 0) for annotation in self._bars_over(block)])
        finder = LineFinder(block)
        lines = _lines(chunk, finder)
        here = list(self._on_lines(block, finder, lines))
        touched = lines_with(here, finder.starts(lines), lines)
        beside = [line for line in touched if self.kind(line[0].annotation.label) != "bar"]
        parts = [(it.annotation, first, last) for it, first, last in touched if self.kind(it.annotation.label) == "bar"]
        at = {it.annotation.id: (first, last) for it, first, last in beside}
        drawn: list[list[Drawn]] = [[] for _ in lines]
        for item in builder.plan([it for it, _, _ in beside], len(lines)):
            first, last = at[item.placed.annotation.id]
            for line in range(first, last + 1):
                drawn[line - lines.start].append(item)
        return Stretch(lines, drawn, stripes(beside, self._lanes_at(block.blockNumber()), self.key), parts)

    def _placed(self, annotation: Annotation, origin: int, room: int) -> Placed | None:
        """Return the annotation's part in a block that begins at ``origin`` and has ``room`` for so many characters."""
        span, to_utf16 = annotation.span, self._offsets.to_utf16
        start, end = to_utf16(span.start) - origin, to_utf16(span.end) - origin
        if start >= room or end <= 0 or room == 0:
            return None
        return Placed(max(start, 0), min(end, room), start >= 0, end <= room, annotation)

    def _bars_over(self, block: QTextBlock) -> list[Annotation]:
        position = self._offsets.to_code_points(block.position())
        here = self._index.in_paragraph(block.blockNumber())
        return [a for a in here if a.span.contains(position) and self.kind(a.label) == "bar"]

    def _on_lines(self, block: QTextBlock, finder: LineFinder, lines: range) -> Iterable[Placed]:
        annotations = self._index.in_paragraph(block.blockNumber())
        if instead := self._replacement:
            annotations = [*(other for other in annotations if other.id != instead.id), instead]
        start, end = finder.offsets(lines.start, lines.stop - 1)
        first, last = self._extent(block, finder, lines)
        here = [a for a in annotations if a.span.start < last and a.span.end > first]
        origin, room = block.position(), block.length() - 1
        for annotation in sorted(here, key=IN_TEXT_ORDER):
            placed = self._placed(annotation, origin, room)
            if placed and placed.start < end and placed.end > start:
                yield placed

    def _extent(self, block: QTextBlock, finder: LineFinder, lines: range) -> tuple[int, int]:
        """Return the code points at which these lines of a block begin and end."""
        start, end = finder.offsets(lines.start, lines.stop - 1)
        to_code_points, origin = self._offsets.to_code_points, block.position()
        return to_code_points(origin + start), to_code_points(origin + end)

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
            for annotation in self._index.across(number):
                if annotation.id not in found and self.kind(annotation.label) != "bar":
                    found[annotation.id] = annotation
                    ahead.update(set(self._index.paragraphs_of(annotation)) - self._paragraphs_with_lanes)
        return sorted(found.values(), key=lambda annotation: annotation.position)

    def _forget_lanes(self) -> None:
        self._lanes.clear()
        self._paragraphs_with_lanes.clear()


def _lines(chunk: int, finder: LineFinder) -> range:
    """Return the lines of the stretch of that number."""
    return range(chunk * LINES, min((chunk + 1) * LINES, finder.lines))
