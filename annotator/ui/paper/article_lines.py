"""Lines of the article on paper, each with its number, its marks and the facts whose notes stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QTextBlock, QTextLine

from annotator.interop.handover.content import HandOver, Mark
from annotator.model.annotation import Annotation
from annotator.ui.article_view.marks import Drawn, MarkBuilder, Marks
from annotator.ui.article_view.measure import Measure
from annotator.ui.article_view.segments import LineFinder, Placed, Segment
from annotator.ui.paper.numbered_text import NumberedText
from annotator.ui.paper.sheet_of_paper import text_font

PART = "bar"


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """Line of the article: its baseline within its paragraph's layout, its shapes there, and what is beside it.

    ``number`` is that of the line in the article, ``facts`` are the numbers of the facts that end in it.
    ``begins``: it is the first of a paragraph that another one is before.
    """

    line: QTextLine
    baseline: float
    number: int
    begins: bool
    marks: Marks
    fills: list[tuple[Segment, int]] = field(default_factory=list)
    facts: tuple[int, ...] = ()


class ArticleLines:
    """Lines of one article in their order. It keeps the layout that they are lines of."""

    def __init__(self, handed: HandOver, width: float) -> None:
        self._text = NumberedText(handed, width)
        styles = {line.label: line.style for line in handed.legend}
        self.builder = MarkBuilder(Measure.of(text_font()), 1, lambda label: styles.get(label, PART))
        marks = [mark for mark in handed.marks if mark.style != PART]
        self._placed = [*map(self._in_document, sorted(marks, key=lambda mark: (mark.span.start, mark.span.end)))]
        self._open: list[Placed] = []
        self._next = self._numbered = 0
        self.lines = [line for block in self._text.blocks() for line in self._of(block)]

    def _in_document(self, mark: Mark) -> Placed:
        span = mark.span
        made = Annotation(mark.id, mark.label, span)
        return Placed(self._text.start(span.start), self._text.end(span.end), True, True, made)

    def _of(self, block: QTextBlock) -> Iterator[ArticleLine]:
        if not block.text().strip():
            return
        finder, origin = LineFinder(block), block.position()
        placed = [*self._within(block)]
        drawn = self.builder.plan(placed, finder.lines)
        lines = [(item, finder.line_of(item.placed.start), finder.line_of(item.placed.end - 1)) for item in drawn]
        layout = block.layout()
        for number in range(finder.lines):
            line, here = layout.lineAt(number), [item for item, first, last in lines if first <= number <= last]
            self._numbered += 1
            shapes = self._shaped(finder, number, here)
            start = origin + line.textStart()
            facts = self._text.numbers_within(start, start + line.textLength())
            fills = [(segment, item.step) for item, segments in shapes if item.kind == "fill" for segment in segments]
            yield ArticleLine(
                line,
                finder.baseline(number),
                self._numbered,
                number == 0 and self._numbered > 1,
                self.builder.shapes(shapes),
                fills,
                tuple(facts),
            )

    def _within(self, block: QTextBlock) -> Iterator[Placed]:
        """Yield the parts of the marks in the paragraph, at offsets within it; paragraphs are asked for in order."""
        origin, room = block.position(), block.length() - 1
        while self._next < len(self._placed) and self._placed[self._next].start < origin + room:
            self._open.append(self._placed[self._next])
            self._next += 1
        self._open = [placed for placed in self._open if placed.end > origin]
        for placed in self._open:
            start, end = placed.start - origin, placed.end - origin
            yield Placed(max(start, 0), min(end, room), start >= 0, end <= room, placed.annotation)

    def _shaped(self, finder: LineFinder, number: int, items: Sequence[Drawn]) -> list[tuple[Drawn, list[Segment]]]:
        segments = finder.on_line(number, [item.placed for item in items])
        return [*zip(items, segments, strict=True)]
