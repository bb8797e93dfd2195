"""Painting of visible paragraphs: marks and the selected annotation's frame under the text, its grips above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.session.editing.edge_mover import Hold
from annotator.ui.article_view.frame import Bands, grips, paint_extent, paint_frame, paint_grips
from annotator.ui.article_view.mark_painter import MarkPainter
from annotator.ui.article_view.marks import MarkBuilder, Marks
from annotator.ui.article_view.measure import Measure
from annotator.ui.article_view.segments import Segment
from annotator.ui.article_view.stretches import LINES, Stretch, Stretches
from annotator.ui.article_view.unmarked.sight import Placement
from annotator.ui.theme.sharp import snapped, snapped_rect
from annotator.ui.theme.tokens import Theme

EDGE = 6
"""Distance in pixels of the type's unit size within which a click is at an edge."""
ABOVE_FRAME, BELOW_FRAME = 20, 10
"""Units from the baseline to the edges of all that is drawn of a frame around words, and of the badge beside it."""
EVERYTHING = QRect(0, 0, 1 << 24, 1 << 24)
"""Rectangle larger than any widget, to repaint all of it."""


class Layer(Protocol):
    """Painter of something beside the marks; ``placements`` are the paragraphs to be painted, within the region."""

    def paint_under(self, painter: QPainter, canvas: Canvas, placements: list[Placement], region: QRegion, /) -> None:
        """Paint what lies under the words, above the marks."""

    def paint_over(self, painter: QPainter, canvas: Canvas, placements: list[Placement]) -> None:
        """Paint what lies above the words."""


class Canvas:
    """Painter of one article in one size, theme and device pixel ratio; when any of them changes, create another."""

    def __init__(
        self, stretches: Stretches, painter: MarkPainter, measure: Measure, theme: Theme, ratio: float
    ) -> None:
        self.stretches = stretches
        self.measure = measure
        self.theme = theme
        self.hold: Hold | None = None
        self._painter = painter
        self._ratio = ratio
        self.snap = partial(snapped, ratio=ratio)
        self._builder = MarkBuilder(measure, ratio, stretches.kind, theme.high_contrast, stretches.key)

    def builds_as(self, other: Canvas) -> bool:
        """Return whether the shapes of the same annotations are the same on another canvas."""
        return self._builder == other._builder

    def snapped(self, rect: QRectF) -> QRectF:
        """Return the rectangle aligned to whole device pixels."""
        return snapped_rect(rect, self._ratio)

    def stretches_of(self, placement: Placement, rect: QRect) -> Iterator[Stretch]:
        """Yield the stretches of a block that intersect ``rect``."""
        for chunk in _chunks(self.lines_in(placement, rect)):
            yield self.stretches.at(placement.block, chunk, self._builder)

    def lines_in(self, placement: Placement, rect: QRect) -> range:
        """Return the lines of a block that may intersect ``rect``, with what is drawn above and below them."""
        above, below = rect.top() - placement.top - 2 * self.measure.edge, rect.bottom() - placement.top
        first = max(0, int(above / self.measure.pitch))
        last = min(placement.lines - 1, int(max(0, below) / self.measure.pitch))
        return range(min(first, last), last + 1)

    def renewed(
        self, placements: Iterable[Placement], paragraphs: set[int], spans: Sequence[Span], rect: QRect
    ) -> Iterator[QRect]:
        """Work out again what is drawn on paragraphs in which annotations of these spans have changed.

        Yield the strips of the viewport that look different. ``placements`` are those that intersect ``rect``.
        """
        here = [placement for placement in placements if placement.number in paragraphs]
        self.stretches.forget(paragraphs.difference(placement.number for placement in here))
        for placement in here:
            number, lines = placement.number, self.lines_in(placement, rect)
            self.stretches.forget([number], but=_chunks(lines))
            for chunk in self.stretches.with_any_of(spans, placement.block, _chunks(lines)):
                altered = self.stretches.renew(placement.block, chunk, self._builder)
                yield from self._strips(placement, [line for line in altered if line in lines])

    def strips_of(self, placements: Iterable[Placement], annotation: Annotation) -> Iterator[QRect]:
        """Yield the strips of the viewport that show the annotation with its frame."""
        for placement in placements:
            yield from self._strips(placement, self.stretches.lines_of(placement.block, annotation.span))

    def frame_strips(self, placements: Iterable[Placement], span: Span) -> Iterator[QRect]:
        """Yield the strips of the viewport, one for each line, in which a frame around the words of the span is."""
        above, below = ABOVE_FRAME * self.measure.unit, BELOW_FRAME * self.measure.unit
        for placement in placements:
            for line in self.stretches.lines_of(placement.block, span):
                base = placement.top + self.measure.baseline(placement.number, line)
                yield QRectF(0, base - above, EVERYTHING.width(), above + below).toAlignedRect()

    def _strips(self, placement: Placement, lines: Sequence[int]) -> Iterator[QRect]:
        """Yield the strip with these lines and all that is drawn around them."""
        if lines:
            paragraph, pitch = placement.number, self.measure.pitch
            top = placement.top + self.measure.baseline(paragraph, min(lines)) - pitch
            yield QRect(0, int(top), EVERYTHING.width(), int((max(lines) - min(lines) + 2) * pitch) + 2)

    def band(self, segment: Segment, top: float) -> QRectF:
        """Return the rectangle that a fill would cover in the segment of a block whose upper edge is ``top``."""
        return self._builder.band(segment).translated(0, self.snap(top))

    def paint_under(
        self, painter: QPainter, placements: list[Placement], rect: QRect, selected: Annotation | None, *, chosen: bool
    ) -> None:
        """Paint what lies under the text: marks, the former extent of an annotation whose edge is held, the frame.

        The frame is bold where the selected annotation is ``chosen``, and thin where it is only near.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placement in placements:
            top = self.snap(placement.top)
            painter.translate(0, top)
            self._painter.paint(painter, self.make_marks(placement, rect))
            painter.translate(0, -top)
        if self.hold:
            for top, bands in self.bands(placements, self.hold.annotation):
                paint_extent(painter, top, bands, self.theme)
        for top, bands in self.bands(placements, self._framed(selected)):
            paint_frame(painter, top, bands, self.theme, self.measure.unit, chosen=chosen)

    def paint_over(self, painter: QPainter, placements: list[Placement], selected: Annotation | None) -> None:
        """Paint what lies above the text: the grips of the selected annotation."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for top, bands in self.bands(placements, self._framed(selected)):
            paint_grips(painter, top, bands, self.theme, self.measure.unit, self.hold.edge if self.hold else "")

    def grip_at(self, point: QPointF, placements: list[Placement], selected: Annotation | None) -> str:
        """Return the edge of the selected annotation whose grip is at ``point``: ``start``, ``end`` or empty."""
        for top, bands in self.bands(placements, self._framed(selected)):
            for segment, band in bands:
                for edge, middle, _ in grips(segment, band.translated(0, top), self.measure.unit):
                    if (middle - point).manhattanLength() <= 7 * self.measure.unit:
                        return edge
        return ""

    def edge_at(self, point: QPointF, placements: list[Placement], annotation: Annotation) -> str:
        """Return the edge of the annotation that is within EDGE of ``point``: ``start``, ``end`` or empty."""
        for top, bands in self.bands(placements, self._framed(annotation)):
            for segment, band in bands:
                rect = band.translated(0, top)
                for edge, _, x in grips(segment, rect, self.measure.unit):
                    if rect.top() <= point.y() <= rect.bottom() and abs(x - point.x()) <= EDGE * self.measure.unit:
                        return edge
        return ""

    def covers(self, point: QPointF, placements: list[Placement], annotation: Annotation) -> bool:
        """Return whether ``point`` is on the annotation's words."""
        here = [placement for placement in placements if placement.top <= point.y() < placement.top + placement.height]
        bands = (band.translated(0, top) for top, found in self.bands(here, annotation) for _, band in found)
        return any(band.contains(point) for band in bands)

    def hold_edge(self, hold: Hold | None) -> None:
        """Draw the held annotation with its moved edge from now on; None draws all annotations as they are."""
        self.hold = hold
        self.stretches.show_instead(hold.moved if hold else None)

    def make_marks(self, placement: Placement, rect: QRect) -> list[Marks]:
        """Return what is drawn on the lines of a block that intersect ``rect``; what is not known is worked out."""
        block, lines = placement.block, self.lines_in(placement, rect)
        stretches = self.stretches_of(placement, rect)
        return [marks for found in stretches for marks in self.stretches.shapes(block, found, lines, self._builder)]

    def _framed(self, selected: Annotation | None) -> Annotation | None:
        if selected is None or selected.is_elsewhere or self.is_bar(selected):
            return None
        return self.hold.moved if self.hold else selected

    def is_bar(self, annotation: Annotation) -> bool:
        """Return whether the annotation is drawn as a bar before the lines instead of a mark with a badge."""
        return self.stretches.kind(annotation.label) == "bar"

    def bands(self, placements: list[Placement], annotation: Annotation | None) -> Iterator[tuple[float, Bands]]:
        """Yield the top of each of these blocks that the annotation is in, and its segments there with their fills."""
        for placement in placements if annotation else ():
            assert annotation is not None
            segments = self.stretches.segments(placement.block, annotation)
            if segments:
                yield self.snap(placement.top), [(segment, self._builder.band(segment)) for segment in segments]


def _chunks(lines: range) -> range:
    """Return the numbers of the stretches that these lines of a block are in."""
    return range(lines.start // LINES, max(lines.stop - 1, 0) // LINES + 1)
