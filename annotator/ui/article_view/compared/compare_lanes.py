"""Layer of the text with a lane for each annotator below each line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from math import ceil
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from annotator.model.span import Span
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.article_view.canvas import EVERYTHING, Canvas
from annotator.ui.article_view.compared.lane_bars import Bar, ink_of, paint_bar
from annotator.ui.article_view.frame import paint_frame
from annotator.ui.article_view.measure import LANE
from annotator.ui.article_view.segments import Extent, LineFinder, Segment
from annotator.ui.article_view.unmarked.sight import Placement
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.paint import CENTRE

BAR, ABOVE, LETTER = 5, 8, 7
"""Height of a bar, distance of the first lane from the baseline, size of letters, in units."""

Edges: TypeAlias = Sequence[tuple[float, float]]
"""Top and height of the bars in each lane of one line, on whole device pixels."""


class LaneSpan(NamedTuple):
    """Span in the lane of one annotator, with its label and the kind of difference; empty where all agree."""

    span: Span
    label: str
    kind: str


class CompareLanes:
    """Lanes of ``view``.

    ``letters`` name them where lines begin; ``keys`` stand in the other margin, the number that takes a version, or
    the letter again while nothing is decided. ``in_sight`` returns, for a range of code points, the spans of each lane
    that are in it, the longer before the shorter.
    """

    def __init__(
        self,
        view: ArticleText,
        colours: Callable[[str], LabelColours],
        letters: Sequence[str],
        keys: Sequence[str],
        in_sight: Callable[[Span], Sequence[Sequence[LaneSpan]]],
    ) -> None:
        self._view, self._colours = view, colours
        self._letters, self._keys, self._in_sight = letters, keys, in_sight
        self.current: Span | None = None
        self._drawn: tuple[Canvas, tuple[QPixmap, QPixmap]] | None = None

    def frame(self, span: Span | None) -> None:
        """Frame the words of another difference, or of none, and repaint what looks different."""
        before, self.current = self.current, span
        for changed in (before, span) if before != span else ():
            if changed:
                self._view.repaint_frame(changed)

    def paint_under(self, painter: QPainter, canvas: Canvas, placements: list[Placement], region: QRegion) -> None:
        """Draw the lanes in the region below each line, and the frame around the current difference."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # on whole pixels, in a third of the time
        for placement in placements:
            finder = LineFinder(placement.block)
            if finder.lines and placement.block.length() > 1:
                self._paint_block(painter, canvas, placement, finder, region)

    def paint_over(self, painter: QPainter, canvas: Canvas, placements: list[Placement]) -> None:
        """Draw nothing above the words."""

    def _paint_block(
        self, painter: QPainter, canvas: Canvas, placement: Placement, finder: LineFinder, region: QRegion
    ) -> None:
        for lines in runs_of_lines(canvas, placement, region):
            edges = {line: self._edges(canvas, placement.top + finder.baseline(line)) for line in lines}
            seen = {line: lanes for line, lanes in edges.items() if region.intersects(self._strip(canvas, lanes))}
            if seen:
                lines = range(min(seen), max(seen) + 1)
                self._paint_rules(painter, canvas, seen.values())
                self._paint_bars(painter, canvas, placement, finder, lines, seen)
        self._paint_current(painter, canvas, placement, finder, canvas.lines_in(placement, region.boundingRect()))

    def _edges(self, canvas: Canvas, baseline: float) -> Edges:
        """Return top and height of the bars in each lane of a line."""
        unit, found = canvas.measure.unit, []
        for number in range(len(self._letters)):
            top = baseline + (ABOVE + number * LANE) * unit
            edge = canvas.snap(top)
            found.append((edge, canvas.snap(top + BAR * unit) - edge))
        return found

    def _strip(self, canvas: Canvas, lanes: Edges) -> QRect:
        """Return what the lanes of a line take, with their letters."""
        top, bottom, unit = lanes[0][0], sum(lanes[-1]), canvas.measure.unit
        return QRectF(0, top - 2 * unit, EVERYTHING.width(), bottom - top + 4 * unit).toAlignedRect()

    def _paint_bars(
        self,
        painter: QPainter,
        canvas: Canvas,
        placement: Placement,
        finder: LineFinder,
        lines: range,
        edges: Mapping[int, Edges],
    ) -> None:
        bars = cache(lambda span: self._bars(span, canvas, placement, finder, lines))
        ink = cache(lambda kind, label: ink_of(kind, self._colours(label).stroke, canvas.theme))
        unit = canvas.measure.unit
        for number, spans in enumerate(self._in_sight(span_of_lines(self._view, placement, finder, lines))):
            for one in spans:
                for bar in bars(one.span):  # the same in all lanes where the annotators agree
                    if bar.line in edges:
                        paint_bar(painter, bar, *edges[bar.line][number], ink(one.kind, one.label), unit)

    def _bars(self, span: Span, canvas: Canvas, placement: Placement, finder: LineFinder, lines: range) -> list[Bar]:
        """Return the bars of a span on these lines."""
        found = []
        for one in self._segments(span, placement, finder, lines):
            left, right = canvas.snap(one.left), canvas.snap(one.right)
            found.append(Bar(left, right - left, one.line, one.closed_left, one.closed_right))
        return found

    def _paint_rules(self, painter: QPainter, canvas: Canvas, seen: Iterable[Edges]) -> None:
        """Draw the thin line of each lane of these lines, with its letter before it and its key after it."""
        snap, measure, width = canvas.snap, canvas.measure, self._view.viewport().width()
        margins = (width - measure.side, 0.0) if self._view.mirrored else (0.0, width - measure.side)
        left, right = snap(measure.side), snap(width - measure.side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(canvas.theme.border)
        for lanes in seen:
            middles = [snap(top + height / 2) for top, height in lanes]
            painter.drawRects([QRectF(left, at, right - left, snap(at + 1) - at) for at in middles])
            top = snap(lanes[0][0] - measure.unit)
            for side, picture in zip(margins, self._pictures(canvas), strict=True):
                painter.drawPixmap(QPointF(snap(side), top), picture)

    def _pictures(self, canvas: Canvas) -> tuple[QPixmap, QPixmap]:
        """Return the letters and the keys of one line; they stay the same on the same canvas."""
        if self._drawn is None or self._drawn[0] is not canvas:
            self._drawn = canvas, (self._picture(canvas, self._letters), self._picture(canvas, self._keys))
        return self._drawn[1]

    def _picture(self, canvas: Canvas, names: Sequence[str]) -> QPixmap:
        """Return the names of one line below each other; to draw each in each line would take many times as long."""
        unit, ratio, side = canvas.measure.unit, self._view.devicePixelRatioF(), canvas.measure.side
        height = (len(names) * LANE + 2) * unit
        picture = QPixmap(ceil(side * ratio), ceil(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter, font = QPainter(picture), small_font()
        font.setPixelSize(max(round(LETTER * unit), LETTER))
        painter.setFont(font)
        painter.setPen(canvas.theme.muted)
        for number, name in enumerate(names):
            painter.drawText(QRectF(0, number * LANE * unit, side, (BAR + 2) * unit), CENTRE, name)
        painter.end()
        return picture

    def _paint_current(
        self, painter: QPainter, canvas: Canvas, placement: Placement, finder: LineFinder, lines: range
    ) -> None:
        if self.current is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        segments = self._segments(self.current, placement, finder, lines)
        bands = [(segment, canvas.band(segment, placement.top)) for segment in segments]
        paint_frame(painter, 0, bands, canvas.theme, canvas.measure.unit, chosen=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _segments(self, span: Span, placement: Placement, finder: LineFinder, lines: range) -> list[Segment]:
        block, offsets, at = placement.block, self._view.offsets, placement.block.position()
        begin, stop = offsets.to_utf16(span.start) - at, offsets.to_utf16(span.end) - at
        extent = Extent(max(begin, 0), min(stop, block.length() - 1), begin >= 0, stop < block.length())
        return finder.segments(extent, lines) if extent.start < extent.end else []


def runs_of_lines(canvas: Canvas, placement: Placement, region: QRegion) -> list[range]:
    """Return the lines of a block that are painted for the region, in runs, as a step repaints some far apart."""
    runs = list[range]()
    rects: Iterable[QRect] = region  # type: ignore[assignment]  # missing in PySide's stubs
    for lines in sorted((canvas.lines_in(placement, rect) for rect in rects), key=attrgetter("start")):
        if runs and lines.start <= runs[-1].stop:
            runs[-1] = range(runs[-1].start, max(runs[-1].stop, lines.stop))
        elif lines:
            runs.append(lines)
    return runs


def span_of_lines(view: ArticleText, placement: Placement, finder: LineFinder, lines: range) -> Span:
    """Return the code points of these lines of a block."""
    at, offsets = placement.block.position(), view.offsets
    first, last = (offsets.to_code_points(at + one) for one in finder.offsets(lines.start, lines.stop - 1))
    return Span(first, max(last, first) + 1)
