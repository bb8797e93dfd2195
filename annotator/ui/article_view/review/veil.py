"""Veil over marks that are not meant: all of the text but the words of those that are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from annotator.model.annotation import Annotation
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.unmarked.sight import Placement

VEIL = 0.68
"""Opacity of the veil; a mark under it keeps 32 %."""


def paint_veil(
    painter: QPainter, room: QRectF, canvas: Canvas, placements: list[Placement], meant: Iterable[Annotation]
) -> None:
    """Veil all marks within ``room`` but those of the annotations that are ``meant``."""
    painter.save()
    painter.setClipPath(_all_but(room, canvas, placements, meant))
    veil = QColor(canvas.theme.base)
    veil.setAlphaF(VEIL)
    painter.fillRect(room, veil)
    painter.restore()


def _all_but(room: QRectF, canvas: Canvas, placements: list[Placement], meant: Iterable[Annotation]) -> QPainterPath:
    path, spared, out = QPainterPath(), QPainterPath(), 5 * canvas.measure.unit
    path.addRect(room)
    spared.setFillRule(Qt.FillRule.WindingFill)
    for annotation in meant:
        for top, bands in canvas.bands(placements, annotation):
            for _segment, band in bands:
                spared.addRect(band.translated(0, top).adjusted(-out, -out, out, out))
    return path.subtracted(spared)
