"""Pills at the upper or lower edge of the text that name annotations out of sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.paint import CENTRE
from annotator.ui.theme.tokens import Theme

HEIGHT, FROM_EDGE, PADDING, WIDEST = 20, 6, 10, 260


def paint_edge_pills(painter: QPainter, pills: Sequence[tuple[QRectF, str]], theme: Theme) -> None:
    """Draw the pills with their words, each in the place that ``edge_pill`` returned."""
    ground, font = QPainterPath(), small_font()
    for rect, _words in pills:
        ground.addRoundedRect(rect, HEIGHT / 2, HEIGHT / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent, 1))
    painter.setBrush(theme.raised)
    painter.drawPath(ground)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    for rect, words in pills:
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - 2 * PADDING + 4)
        painter.drawText(rect, CENTRE, shown)
    painter.restore()


def edge_pill(view: QRectF, x: float, words: str, *, up: bool, row: int = 0) -> QRectF:
    """Return the place of the pill in the view, its middle at ``x`` as far as there is room."""
    width = min(QFontMetricsF(small_font()).horizontalAdvance(words) + 2 * PADDING, WIDEST, view.width())
    left = min(max(x - width / 2, view.left()), view.right() - width)
    from_edge = FROM_EDGE + row * (HEIGHT + 3)
    top = view.top() + from_edge if up else view.bottom() - from_edge - HEIGHT
    return QRectF(QPointF(left, top), QPointF(left + width, top + HEIGHT))
