"""Dotted lines, of each of which a long one is painted once: Qt takes long for dots, the longer the more there are."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from annotator.ui.theme.pictures.picture import blank
from annotator.ui.theme.sharp import ratio_of, snapped

WIDE = 2
"""Diameter in device pixels of dots that are sharp between two pixels; smaller ones are sharper on one."""
SHORTEST, AROUND = 128, 3
"""Length of the line that is painted first, in logical pixels, doubled where more is needed, and the room around it."""


class Dots:
    """Painter of horizontal dotted lines in one colour; ``size`` and ``apart`` are those of the dots, in pixels."""

    def __init__(self, colour: QColor, size: float, apart: float) -> None:
        self._pen, self._apart = QPen(colour, size), apart
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._key: object = None
        self._length = SHORTEST
        self._picture = QImage()

    def paint(self, painter: QPainter, line: QLineF) -> None:
        """Draw the line with whole dots, the first of them at its left end."""
        ratio, y, left = ratio_of(painter), line.y1(), min(line.x1(), line.x2())
        whole, length = floor(y * ratio) / ratio, abs(line.dx())
        while self._length < length:
            self._length *= 2
        key = y - whole, ratio, self._length
        if key != self._key:
            self._key, self._picture = key, self._painted(*key)
        at = QPointF(snapped(left, ratio) - AROUND, whole - AROUND)
        end = 2 * AROUND + floor(length / self._apart) * self._apart
        painter.drawImage(at, self._picture, QRectF(0, 0, round(end * ratio), self._picture.height()))

    def _painted(self, below: float, ratio: float, length: int) -> QImage:
        """Return a line of that length, ``below`` a whole pixel by less than one."""
        picture = blank(length + 2 * AROUND, 2 * AROUND + 1, ratio)
        painter, first = QPainter(picture), AROUND + (0.5 / ratio if self._pen.widthF() * ratio < WIDE else 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        count = floor(length / self._apart) + 1
        painter.drawPoints([QPointF(first + number * self._apart, AROUND + below) for number in range(count)])
        painter.end()
        return picture
