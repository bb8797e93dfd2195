"""Small drawing of an annotated page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.model.scheme import Label
from annotator.translation.messages import _
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline, ratio_of, snapped_rect, stroke_width

WIDTH, HEIGHT, LINE = 232, 139, 5
LINES = (
    (24, 20, 150),
    (31, 41, 107),
    (24, 64, 160),
    (24, 87, 56),
    (91, 87, 38),
    (140, 87, 40),
    (24, 110, 110),
)
"""Left, top and width of the lines that stand for text, in pixels."""


class StartDrawing(QWidget):
    """Drawing of lines that stand for text, with marks in the colours of ``labels``: a fill, a line, a box, dashes."""

    def __init__(self, look: Look, labels: Sequence[Label], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._labels = {label.mark: label for label in reversed(labels)}
        self.setFixedSize(QSize(WIDTH, HEIGHT))
        self.setAccessibleName(_("Drawing of an annotated article"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = QRectF(self.rect())
        _rounded(painter, page, theme.raised if not theme.dark else theme.panel, 10)
        paint_outline(painter, page, theme.border, 10)
        _rounded(painter, QRectF(8, 16, 4, 63), theme.read, 2)
        claim = self._colours("fill")
        self._fill(painter, QRectF(24, 36, 136, 15), claim)
        for left, top, width in LINES:
            _rounded(painter, QRectF(left, top, width, LINE), theme.border, LINE / 2)
        self._ends(painter, QRectF(24, 36, 136, 15), claim)
        self._line(painter, QRectF(24, 73, 72, 2), self._colours("line"))
        paint_outline(painter, QRectF(86, 81, 49, 17), self._colours("box").stroke, 3, width=1.25)
        self._line(painter, QRectF(104, 119, 30, 2), self._colours("dashed"))

    def _colours(self, mark: str) -> LabelColours:
        """Return the colours of the first label drawn with that mark; grey where there is none."""
        return self._look.theme.label(self._labels.get(mark), mark)

    def _fill(self, painter: QPainter, box: QRectF, colours: LabelColours) -> None:
        painter.fillRect(snapped_rect(box, ratio_of(painter)), colours.tint)

    def _ends(self, painter: QPainter, box: QRectF, colours: LabelColours) -> None:
        for left in (box.left(), box.right() - 3):
            _rounded(painter, QRectF(left, box.top(), 3, box.height()), colours.cap, 1.5)

    def _line(self, painter: QPainter, line: QRectF, colours: LabelColours) -> None:
        pen = QPen(colours.stroke, stroke_width(2, ratio_of(painter)), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if colours.mark == "dashed":
            pen.setDashPattern([3, 1.5])
        painter.setPen(pen)
        y = snapped_rect(line, ratio_of(painter)).center().y()
        painter.drawLine(round(line.left()), round(y), round(line.right()), round(y))


def _rounded(painter: QPainter, rect: QRectF, colour: QColor, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)
