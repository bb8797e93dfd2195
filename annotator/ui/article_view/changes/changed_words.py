"""Layer of the text with the words that another version of it lacks, or has otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from annotator.model.span import Span
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.segments import Extent, LineFinder
from annotator.ui.article_view.unmarked.sight import Placement

TINT, LINE, RADIUS = 56, 2, 2
"""Opacity of the ground of 255, width of the line and radius of the corners in units."""


class ChangedWords:
    """Words that have ``gone`` from this text are struck through, those that have come have a line below."""

    def __init__(self, view: ArticleText, spans: Sequence[Span], *, gone: bool) -> None:
        self._view, self._spans, self._gone = view, spans, gone
        self._ends = [span.end for span in spans]

    def paint_under(self, painter: QPainter, canvas: Canvas, placements: list[Placement], _region: QRegion) -> None:
        """Tint the ground of the words."""
        if canvas.theme.high_contrast:
            return
        ground = self._colour(canvas)
        ground.setAlpha(TINT)
        unit = canvas.measure.unit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        for band in self._bands(canvas, placements):
            painter.drawRoundedRect(band, RADIUS * unit, RADIUS * unit)

    def paint_over(self, painter: QPainter, canvas: Canvas, placements: list[Placement]) -> None:
        """Draw the line through the words, or below them."""
        width = LINE * canvas.measure.unit
        for band in self._bands(canvas, placements):
            top = band.center().y() if self._gone else band.bottom() - width
            painter.fillRect(canvas.snapped(QRectF(band.left(), top, band.width(), width)), self._colour(canvas))

    def _colour(self, canvas: Canvas) -> QColor:
        return QColor(canvas.theme.error if self._gone else canvas.theme.success)

    def _bands(self, canvas: Canvas, placements: list[Placement]) -> Iterator[QRectF]:
        """Yield the rectangles of the words in the lines in sight."""
        seen, offsets = self._view.viewport().rect(), self._view.offsets
        for placement in placements:
            block, finder = placement.block, LineFinder(placement.block)
            if not finder.lines or block.length() == 1:
                continue
            lines, at = canvas.lines_in(placement, seen), block.position()
            first, last = (at + offset for offset in finder.offsets(lines.start, lines.stop - 1))
            for span in self._within(offsets.to_code_points(first), offsets.to_code_points(last)):
                begin, stop = offsets.to_utf16(span.start), offsets.to_utf16(span.end)
                extent = Extent(max(begin - at, 0), min(stop - at, block.length() - 1), begin >= at, True)
                if extent.start < extent.end:
                    for segment in finder.segments(extent, lines):
                        yield canvas.band(segment, placement.top)

    def _within(self, start: int, end: int) -> Iterator[Span]:
        for span in self._spans[bisect_right(self._ends, start) :]:
            if span.start >= end:
                return
            yield span
