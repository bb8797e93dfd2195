"""Segments that a span covers on the lines of a laid-out paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

from annotator.model.annotation import Annotation
from annotator.ui.article_view.unmarked.direction import RIGHT_TO_LEFT


class Segment(NamedTuple):
    """Part of one line from ``left`` to ``right`` in pixels, with its baseline, in the block's coordinates.

    ``opens``: the span begins in this segment. ``closes``: it ends here. ``reversed``: it begins at the right.
    """

    line: int
    left: float
    right: float
    baseline: float
    opens: bool
    closes: bool
    reversed: bool

    @property
    def closed_left(self) -> bool:
        return self.closes if self.reversed else self.opens

    @property
    def closed_right(self) -> bool:
        return self.opens if self.reversed else self.closes


class Extent(NamedTuple):
    """Part of a span in one block, as UTF-16 offsets; ``begins``, ``ends``: the span begins or ends there."""

    start: int
    end: int
    begins: bool
    ends: bool


class Placed(NamedTuple):
    """Part of an annotation in one block, as an Extent."""

    start: int
    end: int
    begins: bool
    ends: bool
    annotation: Annotation


class LineFinder:
    """Finder of the lines and segments of spans in one laid-out block; offsets are UTF-16 within the block."""

    def __init__(self, block: QTextBlock) -> None:
        self._layout: QTextLayout = block.layout()
        self._document, self._origin = block.document(), block.position()
        self._mixed = _is_mixed(block)
        self._leftwards = self._mixed and block.textDirection() == Qt.LayoutDirection.RightToLeft
        self.lines = self._layout.lineCount()

    def line_of(self, offset: int) -> int:
        """Return the number of the line that has the character at ``offset``."""
        if self.lines < 2:
            return 0
        return self._layout.lineForTextPosition(offset).lineNumber()

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets at which line ``first`` begins and line ``last`` ends."""
        end = self._layout.lineAt(last)
        return self._layout.lineAt(first).textStart(), end.textStart() + end.textLength()

    def baseline(self, number: int) -> float:
        line = self._layout.lineAt(number)
        return line.y() + line.ascent()

    def starts(self, lines: range) -> list[int]:
        """Return the offset at which each of the lines begins."""
        return [self._layout.lineAt(number).textStart() for number in lines]

    def segments(self, placed: Extent | Placed, lines: range) -> list[Segment]:
        """Return the segments of a span on those of its lines that are in ``lines``, in text order."""
        first, last = self.line_of(placed.start), self.line_of(placed.end - 1)
        within = range(max(first, lines.start), min(last + 1, lines.stop))
        return [segment for number in within for segment in self.on_line(number, (placed,))[0]]

    def on_line(self, number: int, placed: Sequence[Extent | Placed]) -> list[list[Segment]]:
        """Return the segments of each of these spans, all of which touch the line of that number."""
        line = self._layout.lineAt(number)
        first = line.textStart()
        last, baseline = first + line.textLength(), line.y() + line.ascent()
        found = []
        for start, end, begins, ends, *_annotation in placed:
            begin = max(start, first)
            stop = self._without_trailing_spaces(begin, min(end, last))
            opens, closes = begins and start >= first, ends and end <= last
            if self._mixed:
                found.append(self._on_mixed_line(line, begin, stop, baseline, opens=opens, closes=closes))
            else:
                left, right = _x(line, begin), _x(line, stop)
                found.append([Segment(number, left, right, baseline, opens, closes, False)])
        return found

    def _without_trailing_spaces(self, start: int, end: int) -> int:
        while end > start + 1 and self._document.characterAt(self._origin + end - 1).isspace():
            end -= 1
        return end

    def _on_mixed_line(
        self, line: QTextLine, start: int, end: int, baseline: float, *, opens: bool, closes: bool
    ) -> list[Segment]:
        """Return a segment for each contiguous run of the characters, in reading order."""
        runs, number = _visual_runs(line, start, end), line.lineNumber()
        if self._leftwards:
            runs.reverse()
        return [
            Segment(number, *run, baseline, opens and run is runs[0], closes and run is runs[-1], self._leftwards)
            for run in runs
        ]


def _is_mixed(block: QTextBlock) -> bool:
    """Return whether the block has letters from right to left; the block keeps it, as the text of an article stays."""
    if block.userState() < 0:
        text = block.text()
        block.setUserState(not text.isascii() and RIGHT_TO_LEFT.search(text) is not None)
    return block.userState() > 0


def lines_with(placed: Iterable[Placed], starts: Sequence[int], lines: range) -> list[tuple[Placed, int, int]]:
    """Return parts of annotations, each with the first and the last of these lines, of given ``starts``, that it is on.

    One that begins or ends on other lines is given the nearest of these.
    """
    before = lines.start - 1
    return [
        (
            item,
            before + (bisect_right(starts, item.start) or 1),
            before + (bisect_right(starts, item.end - 1) or 1),
        )
        for item in placed
    ]


def _x(line: QTextLine, offset: int) -> float:
    x: float
    x, _at = line.cursorToX(offset)  # type: ignore[misc]  # its stub says that it returns an object
    return x


def _visual_runs(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Return the left and right x of each contiguous run of the characters, from left to right.

    Use the glyphs' positions: at the borders of embedded bidi runs those of the caret are not those of characters.
    """
    covered: list[tuple[float, float]] = []
    for run in line.glyphRuns(start, end - start):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        places = zip(run.positions(), advances, strict=True)
        covered += [(place.x(), place.x() + advance.x()) for place, advance in places if advance.x() > 0]
    if not covered:  # a ligature's glyph belongs to its first letter, so its other letters have none
        edges = _x(line, start), _x(line, end)
        covered.append((min(edges), max(edges)))
    runs: list[tuple[float, float]] = []
    for left, right in sorted(covered):
        if runs and left - runs[-1][1] < 1:
            runs[-1] = runs[-1][0], max(runs[-1][1], right)
        else:
            runs.append((left, right))
    return runs
