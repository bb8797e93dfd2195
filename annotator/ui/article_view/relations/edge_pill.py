"""Pills at the upper or lower edge of the text that name annotations out of sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from annotator.language.plain_line import shortened
from annotator.model.annotation import Annotation
from annotator.ui.article_view.relations.scene import Scene
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.paint import CENTRE
from annotator.ui.theme.pictures.picture import blank, paint_picture
from annotator.ui.theme.sharp import ratio_of
from annotator.ui.theme.tokens import Theme

HEIGHT, FROM_EDGE, PADDING, WIDEST = 20, 6, 10, 260
MOST, LONGEST = 4, 36
"""Most pills at one edge, and most characters in one."""
AROUND = 1
"""Pixels by which the outline of a pill may reach beyond its rectangle."""


class Pill(NamedTuple):
    """Pill at an edge that names an annotation out of sight."""

    rect: QRectF
    words: str
    annotation: str

    @property
    def covered(self) -> QRectF:
        """Rectangle of all that is painted of the pill."""
        return self.rect.adjusted(-AROUND, -AROUND, AROUND, AROUND)


def named_ends(
    scene: Scene, framed: Annotation, viewport: QRect, words_of: Callable[[Annotation], str], mirrored: bool
) -> Iterator[Pill]:
    """Yield pills for the ends out of sight of the framed annotation's relations, at most MOST at each edge."""
    view, rows = QRectF(viewport), {True: 0, False: 0}
    x = view.left() if mirrored else view.right()
    for drawn in scene.far:
        other, there = drawn.other(framed.id)
        up = other.span.start < framed.span.start
        if drawn.strong and there is None and not other.is_elsewhere and rows[up] < MOST:
            words = f"{'↑' if up else '↓'} {shortened(words_of(other), LONGEST)}"
            yield Pill(edge_pill(view, x, words, up=up, row=rows[up]), words, other.id)
            rows[up] += 1


def paint_edge_pills(painter: QPainter, pills: Sequence[tuple[QRectF, str]], theme: Theme) -> None:
    """Draw the pills with their words, each in the place that ``edge_pill`` returned."""
    ratio, accent, ground = ratio_of(painter), theme.accent.rgba(), theme.raised.rgba()
    for rect, words in pills:
        picture = _picture(words, small_font(), rect.width(), accent, ground, ratio)
        paint_picture(painter, rect.topLeft() - QPointF(AROUND, AROUND), picture)


@lru_cache(maxsize=40)
def _picture(words: str, font: QFont, width: float, colour: int, ground: int, ratio: float) -> QImage:
    """Return a pill of that width in logical pixels, with the words as far as they fit; the colours are RGBA."""
    picture = blank(width + 2 * AROUND, HEIGHT + 2 * AROUND, ratio)
    painter, rect = QPainter(picture), QRectF(AROUND, AROUND, width, HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(colour), 1))
    painter.setBrush(QColor.fromRgba(ground))
    painter.drawRoundedRect(rect, HEIGHT / 2, HEIGHT / 2)
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width - 2 * PADDING + 4)
    painter.drawText(rect, CENTRE, shown)
    painter.end()
    return picture


def edge_pill(view: QRectF, x: float, words: str, *, up: bool, row: int = 0) -> QRectF:
    """Return the place of a pill at an edge of the view, its middle as near to ``x`` as there is room."""
    width = min(_width(words, small_font()) + 2 * PADDING, WIDEST, view.width())
    left = min(max(x - width / 2, view.left()), view.right() - width)
    from_edge = FROM_EDGE + row * (HEIGHT + 3)
    top = view.top() + from_edge if up else view.bottom() - from_edge - HEIGHT
    return QRectF(QPointF(left, top), QPointF(left + width, top + HEIGHT))


@lru_cache(maxsize=40)
def _width(words: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(words)
