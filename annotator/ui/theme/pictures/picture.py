"""Pictures that are painted once and kept, for shapes that take Qt long: dashes, round ends, words that are turned."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from annotator.ui.theme.sharp import ratio_of, snapped


def blank(width: float, height: float, ratio: float) -> QImage:
    """Return a transparent picture of that size in logical pixels, for a device with that pixel ratio."""
    picture = QImage(ceil(width * ratio), ceil(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def paint_picture(painter: QPainter, at: QPointF, picture: QImage) -> None:
    """Paint the picture with its upper left corner on the whole device pixel nearest to ``at``."""
    ratio = ratio_of(painter)
    painter.drawImage(QPointF(snapped(at.x(), ratio), snapped(at.y(), ratio)), picture)
