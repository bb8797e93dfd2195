"""Dashed and dotted lines, of each of which a long one is painted once: Qt takes long for every dash."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from annotator.ui.theme.pictures.picture import blank
from annotator.ui.theme.sharp import ratio_of, snapped

WIDE = 2
"""Width in device pixels of lines whose dots are sharp between two pixels; thinner ones are sharper on one."""
LONGEST, AROUND = 3000, 3
"""Length of the line that is painted, in logical pixels, and the room around it. Longer lines are drawn by Qt."""


class Strip:
    """Pen for horizontal lines with a dash pattern; the pen's caps are round where it draws dots, else flat."""

    def __init__(self, pen: QPen) -> None:
        self._pen = pen
        self._period = sum(pen.dashPattern()) * pen.widthF()
        self._dots = pen.capStyle() == Qt.PenCapStyle.RoundCap
        self._key: tuple[float, float] | None = None
        self._picture = QImage()

    def paint(self, painter: QPainter, line: QLineF) -> None:
        """Draw the line, which runs from left to right, with whole dots."""
        length, y = line.x2() - line.x1(), line.y1()
        if length > LONGEST:
            painter.setPen(self._pen)
            painter.drawLine(line)
            return
        ratio = ratio_of(painter)
        whole = floor(y * ratio) / ratio
        if (y - whole, ratio) != self._key:
            self._key = y - whole, ratio
            self._picture = _picture(self._pen, y - whole, ratio, dots=self._dots)
        if self._dots:
            length = floor(length / self._period) * self._period + AROUND
        at = QPointF(snapped(line.x1(), ratio) - AROUND, whole - AROUND)
        part = QRectF(0, 0, round((AROUND + length) * ratio), self._picture.height())
        painter.drawImage(at, self._picture, part)


def _picture(pen: QPen, below: float, ratio: float, *, dots: bool) -> QImage:
    """Return the longest line, ``below`` a whole pixel by less than one."""
    picture = blank(LONGEST + 2 * AROUND, 2 * AROUND + 1, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    first = AROUND + (0.5 / ratio if dots and pen.widthF() * ratio < WIDE else 0)
    painter.drawLine(QLineF(first, AROUND + below, AROUND + LONGEST, AROUND + below))
    painter.end()
    return picture
