"""Bar beside the lines that shows which sentences are read, and a triangle at the one with the caret."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF, QTextBlock

from annotator.model.offsets import Utf16Map
from annotator.model.span import Span
from annotator.session.editing.desk.reading import Reading
from annotator.session.editing.desk.sentence_states import ANNOTATED, READ
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.margins.structure_margin import StructureMargin
from annotator.ui.article_view.measure import Measure
from annotator.ui.article_view.unmarked.sight import Placement

BEFORE_COLUMN, UNREAD_WIDTH, ANNOTATED_WIDTH, READ_WIDTH, ABOVE = 18, 1, 2, 4, 20
TRIANGLE_WIDTH, TRIANGLE_HEIGHT, BESIDE = 6, 10, 4


class Text(Protocol):
    """Interface of the text beside the bar."""

    canvas: Canvas | None
    mirrored: bool
    measure: Measure
    offsets: Utf16Map

    def placements(self, rect: QRect) -> list[Placement]: ...


class ReadingBar:
    """Painter of the bar on a margin: wide where a line is read, to half its height where it is read in part.

    Where a line is not read and all of it is annotated, the bar is of middle width. A paragraph whose sentences are in
    one state has the bar along all its lines. The triangle is smaller between the bar and numbers of lines.
    """

    def __init__(self, reading: Reading, text: Text, margin: StructureMargin) -> None:
        self._reading, self._text, self._margin = reading, text, margin

    def update(self, sentences: Iterable[Span]) -> None:
        """Repaint the bar beside those of these sentences that are in sight."""
        canvas, offsets = self._text.canvas, self._text.offsets
        to_utf16, to_code_points = offsets.to_utf16, offsets.to_code_points
        placements = self._text.placements(self._margin.rect()) if canvas else []
        if not placements:
            return
        first, last = placements[0].block, placements[-1].block
        seen = Span(to_code_points(first.position()), to_code_points(last.position() + last.length() - 1))
        for start, end in [(to_utf16(span.start), to_utf16(span.end)) for span in sentences if span.overlaps(seen)]:
            for placement in placements:
                lines = _lines(placement.block, start, end)
                if lines and canvas:
                    top, height = self._top(canvas, placement, lines[0]), len(lines) * canvas.measure.pitch
                    strip = QRectF(0, top, self._margin.width(), height).toAlignedRect()
                    self._margin.update(strip.adjusted(0, -1, 0, 1))

    def paint(self, painter: QPainter, canvas: Canvas, rect: QRect, _signs: object = None) -> None:
        """Paint the bar of the lines that ``rect`` shows."""
        sentences = self._reading.sentences
        if sentences is None or not sentences.spans:
            return
        current = self._text.offsets.to_utf16(sentences.spans[self._reading.here].start)
        for placement in self._text.placements(rect):
            block = placement.block
            if block.length() == 1:
                continue
            for lines, states in self._runs(block, canvas.lines_in(placement, rect)):
                top, last = self._top(canvas, placement, lines[0]), self._top(canvas, placement, lines[-1])
                self._paint_lines(painter, canvas, top, last + canvas.measure.pitch - top, states)
            if block.contains(current):
                line = block.layout().lineForTextPosition(current - block.position()).lineNumber()
                self._paint_triangle(painter, canvas, self._top(canvas, placement, line))

    def _runs(self, block: QTextBlock, lines: range) -> Iterator[tuple[range, set[int]]]:
        """Yield the lines with the states of their sentences: all at once where those of the paragraph have one."""
        states = self._states(block.position(), block.position() + block.length() - 1)
        if len(states) < 2:
            yield lines, states
            return
        for line in lines:
            laid_out = block.layout().lineAt(line)
            start = block.position() + laid_out.textStart()
            yield range(line, line + 1), self._states(start, start + laid_out.textLength())

    def _states(self, start: int, end: int) -> set[int]:
        """Return the states of the sentences that touch the text from ``start`` to ``end``, in UTF-16 units."""
        to_code_points, sentences = self._text.offsets.to_code_points, self._reading.sentences
        there = sentences.between(to_code_points(start), to_code_points(end)) if sentences else ()
        return {state for _span, state in there}

    def _top(self, canvas: Canvas, placement: Placement, line: int) -> float:
        measure = canvas.measure
        return placement.top + measure.baseline(placement.number, line) - ABOVE * measure.unit

    def _paint_lines(
        self, painter: QPainter, canvas: Canvas, top: float, height: float, states: Collection[int]
    ) -> None:
        unit, theme = canvas.measure.unit, canvas.theme
        if READ in states:
            read = height if states == {READ} else height / 2
            painter.fillRect(self._rect(canvas, top, READ_WIDTH * unit, read), theme.read)
            if read < height:
                painter.fillRect(self._rect(canvas, top + read, UNREAD_WIDTH, height - read), theme.control)
        elif states == {ANNOTATED}:
            painter.fillRect(self._rect(canvas, top, ANNOTATED_WIDTH * unit, height), theme.read)
        elif states:
            painter.fillRect(self._rect(canvas, top, UNREAD_WIDTH, height), theme.control)

    def _rect(self, canvas: Canvas, top: float, width: float, height: float) -> QRectF:
        """Return a piece of the bar, with its middle where that of the widest lies."""
        unit = canvas.measure.unit
        left = self._left(canvas) + (READ_WIDTH * unit - width) / 2
        return canvas.snapped(QRectF(left, top, width, height))

    def _left(self, canvas: Canvas) -> float:
        """Return the left edge of the bar in the margin, which is at the right of the text where that is mirrored."""
        before = BEFORE_COLUMN * canvas.measure.unit - canvas.measure.side
        return before - READ_WIDTH * canvas.measure.unit if self._text.mirrored else self._margin.width() - before

    def _paint_triangle(self, painter: QPainter, canvas: Canvas, top: float) -> None:
        unit, left = canvas.measure.unit, self._left(canvas)
        middle = top + canvas.measure.pitch / 2
        beside, width = (0.5, 5) if self._margin.numbers.shown else (BESIDE, TRIANGLE_WIDTH)
        if self._text.mirrored:
            tip = left + (READ_WIDTH + beside) * unit
            back = tip + width * unit
        else:
            tip = left - beside * unit
            back = tip - width * unit
        half = TRIANGLE_HEIGHT * unit / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(canvas.theme.accent)
        painter.drawPolygon(
            QPolygonF([QPointF(back, middle - half), QPointF(tip, middle), QPointF(back, middle + half)])
        )


def _lines(block: QTextBlock, start: int, end: int) -> range:
    """Return the lines of a block that hold text from ``start`` to ``end``, which are in UTF-16 units."""
    layout, first, last = block.layout(), start - block.position(), end - 1 - block.position()
    if last < 0 or first >= block.length() - 1:
        return range(0)
    at = [layout.lineForTextPosition(place).lineNumber() for place in (max(first, 0), min(last, block.length() - 2))]
    return range(at[0], at[1] + 1)
