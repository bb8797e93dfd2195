"""Small parts that are drawn again and again as pictures: a badge, the rings of a row, the head of a card."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from annotator.ui.theme.sharp import ratio_of
from annotator.ui.theme.themed import Themed


class KeptPictures:
    """Pictures by what they show, kept until ``look`` changes."""

    def __init__(self, look: Themed) -> None:
        self._pictures: dict[tuple[Hashable, ...], QPixmap] = {}
        look.changed.connect(self._pictures.clear)

    def paint(
        self, painter: QPainter, rect: QRectF, shows: Hashable, draw: Callable[[QPainter, QRectF], object]
    ) -> None:
        """Draw the picture of ``shows`` in the rectangle; ``draw`` makes it at its first use, in one of that size.

        ``shows`` says all that the picture depends on but theme, size, direction of the painter and its resolution.
        """
        known = shows, rect.width(), rect.height(), painter.layoutDirection(), ratio_of(painter)
        if known not in self._pictures:
            self._pictures[known] = _picture(painter, rect, draw)
        painter.drawPixmap(rect.toRect().topLeft(), self._pictures[known])


def _picture(painter: QPainter, rect: QRectF, draw: Callable[[QPainter, QRectF], object]) -> QPixmap:
    picture = QPixmap((rect.size() * ratio_of(painter)).toSize())
    picture.setDevicePixelRatio(ratio_of(painter))
    picture.fill(Qt.GlobalColor.transparent)
    inner = QPainter(picture)
    inner.setLayoutDirection(painter.layoutDirection())
    draw(inner, QRectF(QPointF(), rect.size()))
    inner.end()
    return picture
