"""Frame around the selected annotation, and the grips at its edges."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from annotator.session.editing.edge_mover import END, START
from annotator.ui.article_view.marks import outline
from annotator.ui.article_view.segments import Segment
from annotator.ui.theme.tokens import Theme

Bands = list[tuple[Segment, QRectF]]
"""Segments, each with the rectangle that a fill would cover."""


def paint_frame(painter: QPainter, top: float, bands: Bands, theme: Theme, unit: float, *, chosen: bool) -> None:
    """Draw a frame around the fills, open at a side where the annotation continues on another line.

    In high contrast both sides are open: they would cover a full stop or comma there; the grips show the ends.
    """
    width = (3 if theme.high_contrast else 2) if chosen else 1
    pen = QPen(theme.accent, width * unit)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = 2.5 * unit
    for segment, band in bands:
        rect = band.translated(0, top).adjusted(-out, -out, out, out)
        left, right = (closed and not theme.high_contrast for closed in (segment.closed_left, segment.closed_right))
        painter.drawPath(outline(rect, 5 * unit, left=left, right=right))


def paint_extent(painter: QPainter, top: float, bands: Bands, theme: Theme) -> None:
    """Draw a dashed outline around the former extent of an annotation whose edge is held."""
    pen = QPen(theme.accent, 1)
    pen.setDashPattern([2, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for _, band in bands:
        painter.drawRoundedRect(band.translated(0, top), 3, 3)


def paint_grips(painter: QPainter, top: float, bands: Bands, theme: Theme, unit: float, held: str) -> None:
    """Draw a disc at the top of the start and at the bottom of the end.

    A ``held`` edge (``start``, ``end`` or empty) also gets a bar, and the other edge's disc is hollow.
    """
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
    """Yield each edge of the annotation on a segment: ``start`` or ``end``, the grip's centre, the edge's x."""
    out = 2.5 * unit
    left, right = band.left() - out, band.right() + out
    if segment.opens:
        x = right if segment.reversed else left
        yield START, QPointF(x, band.top() - out), x
    if segment.closes:
        x = left if segment.reversed else right
        yield END, QPointF(x, band.bottom() + out), x
