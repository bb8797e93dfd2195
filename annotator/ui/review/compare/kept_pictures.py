"""Parts that are drawn again and again as pictures: a badge, the rings of a row, the head of a card, a whole row."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from annotator.ui.theme.sharp import ratio_of
from annotator.ui.theme.themed import Themed

SEE_THROUGH = QColor(Qt.GlobalColor.transparent)


class KeptPictures:
    """Pictures by what they show, kept until ``look`` changes: the ``most`` that were painted last."""

    def __init__(self, look: Themed, most: int = 1000) -> None:
        self._pictures: dict[tuple[Hashable, ...], QPixmap] = {}
        self._most = most
        look.changed.connect(self._pictures.clear)

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        shows: Hashable,
        draw: Callable[[QPainter, QRectF], object],
        ground: QColor = SEE_THROUGH,
    ) -> None:
        """Draw the picture of ``shows`` in the rectangle; ``draw`` makes it at its first use, in one of that size.

        ``shows`` says all that the picture depends on but theme, size, direction of the painter and its resolution. An
        opaque ``ground``, which is below, leaves letters as sharp as they are without a picture.
        """
        known = shows, rect.width(), rect.height(), painter.layoutDirection(), ratio_of(painter), ground.rgba()
        picture = self._pictures.pop(known, None)
        if picture is None:
            picture = _picture(painter, rect, draw, ground)
            if len(self._pictures) == self._most:
                del self._pictures[next(iter(self._pictures))]
        self._pictures[known] = picture
        painter.drawPixmap(rect.toRect().topLeft(), picture)


def _picture(painter: QPainter, rect: QRectF, draw: Callable[[QPainter, QRectF], object], ground: QColor) -> QPixmap:
    picture = QPixmap((rect.size() * ratio_of(painter)).toSize())
    picture.setDevicePixelRatio(ratio_of(painter))
    picture.fill(ground)
    inner = QPainter(picture)
    inner.setLayoutDirection(painter.layoutDirection())
    draw(inner, QRectF(QPointF(), rect.size()))
    inner.end()
    return picture
