"""A label's name drawn with the label's own mark, so that the label bar serves as the legend."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.sharp import paint_outline, ratio_of, snapped, snapped_rect, stroke_width
from annotator.ui.theme.tokens import Theme

HEIGHT = 20
CAP, BAR = 3, 3
PADDINGS = {"fill": 7.0, "box": 6.0, "bar": 9.0}
"""Pixels before the name, by mark; as much after it, except for ``bar``."""

BELOW = 5
"""Pixels from the baseline down to the middle of an underline."""


def name_width(text: str, mark: str, font: QFont) -> float:
    """Return the width in pixels of the name with its mark."""
    padding = PADDINGS.get(mark, 0.0)
    return QFontMetricsF(font).horizontalAdvance(text) + (padding if mark == "bar" else 2 * padding)


def paint_name(painter: QPainter, rect: QRectF, text: str, colours: LabelColours, theme: Theme) -> None:
    """Draw the name in the painter's font with its mark; ``rect`` is as wide as ``name_width`` returns."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect.left(), rect.center().y() - HEIGHT / 2, rect.width(), HEIGHT)
    metrics = QFontMetricsF(painter.font())
    baseline = snapped(box.center().y() + (metrics.ascent() - metrics.descent()) / 2, ratio_of(painter))
    match colours.mark:
        case "fill":
            _fill(painter, box, colours)
        case "box":
            paint_outline(painter, box, colours.stroke, 3, width=1.25)
        case "bar":
            bar = QRectF(box.left(), box.top() + 1, BAR, box.height() - 2)
            painter.fillRect(snapped_rect(placed(painter, bar, box), ratio_of(painter)), colours.stroke)
        case _:
            _line(painter, QPointF(box.left(), baseline + BELOW), box.width(), colours)
    painter.setPen(theme.text)
    words = QRectF(box.left() + PADDINGS.get(colours.mark, 0.0), 0, metrics.horizontalAdvance(text), 0)
    painter.drawText(QPointF(placed(painter, words, box).left(), baseline), text)
    painter.restore()


def _fill(painter: QPainter, box: QRectF, colours: LabelColours) -> None:
    """Draw the tint between two end caps, or lines with blocks where it has no tint, as the article shows a claim."""
    if colours.tint == colours.ground:
        _rails(painter, box, colours)
        return
    box = snapped_rect(box, ratio_of(painter))
    outline = QPainterPath()
    outline.addRoundedRect(box, 3, 3)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(box, colours.tint)
    cap = stroke_width(CAP, ratio_of(painter))
    painter.fillRect(QRectF(box.left(), box.top(), cap, box.height()), colours.cap)
    painter.fillRect(QRectF(box.right() - cap, box.top(), cap, box.height()), colours.cap)
    painter.restore()


def _rails(painter: QPainter, box: QRectF, colours: LabelColours) -> None:
    box, thin = snapped_rect(box, ratio_of(painter)), stroke_width(1, ratio_of(painter))
    for line, block in ((box.top() + thin, box.top()), (box.bottom() - 2 * thin, box.bottom() - 2 * thin)):
        painter.fillRect(QRectF(box.left(), line, box.width(), thin), colours.stroke)
        for left in (box.left(), box.right() - CAP - 1):
            painter.fillRect(QRectF(left, block, CAP + 1, 2 * thin), colours.stroke)


def _line(painter: QPainter, start: QPointF, length: float, colours: LabelColours) -> None:
    width = stroke_width(2, ratio_of(painter))
    line = QPen(colours.stroke, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if colours.mark == "dashed":
        line.setDashPattern([6 / width, 3 / width])
    if colours.mark == "dotted":
        start, length = _set_dots(line, start, length, ratio_of(painter))
    painter.setPen(line)
    y = snapped(start.y() - width / 2, ratio_of(painter)) + width / 2
    painter.drawLine(QLineF(start.x(), y, start.x() + length, y))


def _set_dots(line: QPen, start: QPointF, length: float, ratio: float) -> tuple[QPointF, float]:
    """Give the pen round dots, or square ones where 2 device pixels would blur round ones; return start and length."""
    width = line.widthF()
    if width * ratio <= 2:
        line.setDashPattern([1, 4 / width - 1])
        return QPointF(snapped(start.x(), ratio), start.y()), length
    line.setCapStyle(Qt.PenCapStyle.RoundCap)
    line.setDashPattern([0.001, 4 / width])
    return start + QPointF(width / 2, 0), length - width
