"""Layer of the text with a lane for each annotator: pale where all agree, a pattern for each kind of difference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from operator import attrgetter

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QRegion

from annotator.model.span import Span
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.article_view.canvas import Canvas, Placement
from annotator.ui.article_view.frame import paint_frame
from annotator.ui.article_view.measure import LANE
from annotator.ui.article_view.segments import Extent, LineFinder, Segment
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.paint import CENTRE

PALE, BAR, ABOVE, LETTER = 0.31, 5, 8, 7
"""Opacity where all agree; height of a bar, distance of the first lane from the baseline, size of letters, in units."""

PATTERNS = {
    "label": Qt.BrushStyle.BDiagPattern,
    "values": Qt.BrushStyle.Dense4Pattern,
    "relations": Qt.BrushStyle.VerPattern,
}
"""Pattern of each kind of difference; edges are full with their ends drawn, what only some have is an outline."""


@dataclass(frozen=True, slots=True)
class LaneSpan:
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
            self._paint_rules(painter, canvas, placement, finder, lines)
            self._paint_bars(painter, canvas, placement, finder, region, lines)
        self._paint_current(painter, canvas, placement, finder, canvas.lines_in(placement, region.boundingRect()))

    def _paint_bars(
        self,
        painter: QPainter,
        canvas: Canvas,
        placement: Placement,
        finder: LineFinder,
        region: QRegion,
        lines: range,
    ) -> None:
        segments = cache(lambda span: self._segments(span, placement, finder, lines))
        strokes = cache(lambda label: QColor(self._colours(label).stroke))
        height = BAR * canvas.measure.unit
        for number, spans in enumerate(self._in_sight(span_of_lines(self._view, placement, finder, lines))):
            for one in spans:
                for segment in segments(one.span):  # the same in all lanes where the annotators agree
                    top = self._top(canvas, placement, segment.baseline, number)
                    bar = canvas.snapped(QRectF(segment.left, top, segment.right - segment.left, height))
                    if region.intersects(bar.toAlignedRect().adjusted(-1, -2, 1, 2)):
                        self._paint_bar(painter, canvas, bar, one.kind, strokes(one.label), segment)

    def _paint_rules(
        self, painter: QPainter, canvas: Canvas, placement: Placement, finder: LineFinder, lines: range
    ) -> None:
        """Draw the thin line of each lane, with its letter before it and its key after it."""
        width, side, unit = self._view.viewport().width(), canvas.measure.side, canvas.measure.unit
        margins = (width - side, 0.0) if self._view.mirrored else (0.0, width - side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(canvas.theme.border)
        for line in lines:
            tops = [self._top(canvas, placement, finder.baseline(line), n) for n in range(len(self._letters))]
            middles = [top + BAR * unit / 2 for top in tops]
            painter.drawRects([canvas.snapped(QRectF(side, middle, width - 2 * side, 1)) for middle in middles])
            for left, picture in zip(margins, self._pictures(canvas), strict=True):
                painter.drawPixmap(canvas.snapped(QRectF(left, tops[0] - unit, side, 1)).topLeft(), picture)

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

    def _paint_bar(
        self, painter: QPainter, canvas: Canvas, bar: QRectF, kind: str, stroke: QColor, segment: Segment
    ) -> None:
        painter.fillRect(bar, canvas.theme.base)  # the shorter one is drawn last, and alone to be seen there
        if not kind:
            pale = QColor(stroke)
            pale.setAlphaF(PALE)
            painter.fillRect(bar, pale)
        elif kind == "only":
            painter.setPen(QPen(stroke, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0, 0, -1, -1))
        elif kind == "edges":
            painter.fillRect(bar, stroke)
            self._paint_ends(painter, canvas, bar, segment)
        else:
            painter.fillRect(bar, QBrush(stroke, PATTERNS[kind]))
            painter.setPen(QPen(stroke, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0, 0, -1, -1))

    def _paint_ends(self, painter: QPainter, canvas: Canvas, bar: QRectF, segment: Segment) -> None:
        unit = canvas.measure.unit
        for closed, x in ((segment.closed_left, bar.left()), (segment.closed_right, bar.right() - 2 * unit)):
            if closed:
                painter.fillRect(QRectF(x, bar.top() - unit, 2 * unit, bar.height() + 2 * unit), canvas.theme.text)

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

    def _top(self, canvas: Canvas, placement: Placement, baseline: float, number: int) -> float:
        return placement.top + baseline + (ABOVE + number * LANE) * canvas.measure.unit

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
