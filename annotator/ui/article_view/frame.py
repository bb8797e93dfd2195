"""The frame around the selected annotation, and its grips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.ui.article_view.marks import outline
from annotator.ui.article_view.segments import Segment
from annotator.ui.theme.tokens import Theme

Bands = list[tuple[Segment, QRectF]]
"""Segments with the rectangle of a fill there."""

START, END = "start", "end"


@dataclass(frozen=True, slots=True)
class Hold:
    """An edge of an annotation that is being moved, and the span as it would be."""

    annotation: Annotation
    edge: str
    span: Span

    @property
    def moved(self) -> Annotation:
        """The annotation as it would be."""
        return replace(self.annotation, span=self.span, displaced=None)

    @property
    def position(self) -> int:
        """Where the held edge stands, in code points."""
        return self.span.start if self.edge == START else self.span.end

    def to(self, position: int, length: int) -> Hold:
        """The hold with its edge moved, at least one code point from the other and within a text of that length."""
        if self.edge == START:
            return replace(self, span=Span(max(0, min(position, self.span.end - 1)), self.span.end))
        return replace(self, span=Span(self.span.start, min(length, max(position, self.span.start + 1))))


def paint_frame(painter: QPainter, top: float, bands: Bands, theme: Theme, unit: float) -> None:
    """A frame outside the fills, open where the line wraps."""
    width = 3 if theme.high_contrast else 2
    pen = QPen(theme.accent, width * unit)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = 2.5 * unit
    for segment, band in bands:
        rect = band.translated(0, top).adjusted(-out, -out, out, out)
        painter.drawPath(outline(rect, 5 * unit, left=segment.closed_left, right=segment.closed_right))


def paint_extent(painter: QPainter, top: float, bands: Bands, theme: Theme) -> None:
    """Where an annotation stood before its edge was taken hold of."""
    pen = QPen(theme.accent, 1)
    pen.setDashPattern([2, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for _, band in bands:
        painter.drawRoundedRect(band.translated(0, top), 3, 3)


def paint_grips(painter: QPainter, top: float, bands: Bands, theme: Theme, unit: float, held: str) -> None:
    """A disc at the top of the start and at the bottom of the end; the held edge is a bar, the other's disc hollow."""
    for segment, band in bands:
        for edge, corner, x in grips(segment, band.translated(0, top), unit):
            if edge == held:
                line = segment.baseline + top
                painter.fillRect(QRectF(x - 1.5 * unit, line - 21 * unit, 3 * unit, 33 * unit), QBrush(theme.accent))
            painter.setPen(QPen(theme.accent if held and edge != held else theme.base, 1.5 * unit))
            painter.setBrush(theme.base if held and edge != held else theme.accent)
            radius = (5 if edge == held else 4) * unit
            painter.drawEllipse(corner, radius, radius)


def grips(segment: Segment, band: QRectF, unit: float) -> Iterator[tuple[str, QPointF, float]]:
    """The ends of an annotation on a segment: which, its grip's middle, and the x of its edge."""
    out = 2.5 * unit
    left, right = band.left() - out, band.right() + out
    if segment.opens:
        x = right if segment.reversed else left
        yield START, QPointF(x, band.top() - out), x
    if segment.closes:
        x = left if segment.reversed else right
        yield END, QPointF(x, band.bottom() + out), x
