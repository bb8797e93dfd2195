"""Where a span lies on the lines of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

from annotator.model.annotation import Annotation

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters and controls that make a line's words stand in another order than its characters."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one line: from ``left`` to ``right`` in pixels, with its baseline, in the block's coordinates.

    ``opens`` and ``closes`` say that the span begins or ends here; with ``reversed`` its beginning is at the right.
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


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation's part of one block, in UTF-16 offsets there; whether its span begins and ends in it."""

    annotation: Annotation
    start: int
    end: int
    begins: bool
    ends: bool


class LineFinder:
    """Finds the lines and segments of spans of one laid-out block; offsets are UTF-16 within the block."""

    def __init__(self, block: QTextBlock) -> None:
        self._layout: QTextLayout = block.layout()
        self._document, self._origin = block.document(), block.position()
        text = block.text()
        self._mixed = not text.isascii() and RIGHT_TO_LEFT.search(text) is not None
        self._leftwards = self._mixed and block.textDirection() == Qt.LayoutDirection.RightToLeft
        self.lines = self._layout.lineCount()

    def line_of(self, offset: int) -> int:
        """The number of the line on which the character at ``offset`` stands."""
        if self.lines < 2:
            return 0
        return self._layout.lineForTextPosition(offset).lineNumber()

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Where the lines from ``first`` to ``last`` begin and end in the text."""
        end = self._layout.lineAt(last)
        return self._layout.lineAt(first).textStart(), end.textStart() + end.textLength()

    def baseline(self, number: int) -> float:
        line = self._layout.lineAt(number)
        return line.y() + line.ascent()

    def segments(self, placed: Placed, lines: range) -> list[Segment]:
        """The segments of a span on those of its lines that are in ``lines``, in the order of the text."""
        start, end = placed.start, placed.end
        found: list[Segment] = []
        first, last = self.line_of(start), self.line_of(end - 1)
        for number in range(max(first, lines.start), min(last + 1, lines.stop)):
            line = self._layout.lineAt(number)
            begins = max(start, line.textStart())
            ends = self._without_blanks(begins, min(end, line.textStart() + line.textLength()))
            found += self._on_line(
                line, begins, ends, placed.begins and number == first, placed.ends and number == last
            )
        return found

    def _without_blanks(self, start: int, end: int) -> int:
        while end > start + 1 and self._document.characterAt(self._origin + end - 1).isspace():
            end -= 1
        return end

    def _on_line(self, line: QTextLine, start: int, end: int, opens: bool, closes: bool) -> Iterator[Segment]:
        baseline, number = line.y() + line.ascent(), line.lineNumber()
        if not self._mixed:
            left, right = _x(line, start), _x(line, end)
            yield Segment(number, left, right, baseline, opens, closes, False)
            return
        runs = _visual_runs(line, start, end)
        if self._leftwards:
            runs.reverse()
        for rank, (left, right) in enumerate(runs):
            begins, ends = opens and rank == 0, closes and rank == len(runs) - 1
            yield Segment(number, left, right, baseline, begins, ends, self._leftwards)


def _x(line: QTextLine, offset: int) -> float:
    x, _ = cast(tuple[float, int], line.cursorToX(offset))
    return x


def _visual_runs(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """What the characters cover, from left to right; those that stand side by side together.

    Taken from the glyphs: at the borders of embedded runs the caret's positions are not those of the characters.
    """
    covered: list[tuple[float, float]] = []
    for run in line.glyphRuns(start, end - start):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        places = zip(run.positions(), advances, strict=True)
        covered += [(place.x(), place.x() + advance.x()) for place, advance in places if advance.x() > 0]
    if not covered:  # a ligature's glyph is its first letter's
        edges = _x(line, start), _x(line, end)
        covered.append((min(edges), max(edges)))
    runs: list[tuple[float, float]] = []
    for left, right in sorted(covered):
        if runs and left - runs[-1][1] < 1:
            runs[-1] = runs[-1][0], max(runs[-1][1], right)
        else:
            runs.append((left, right))
    return runs
