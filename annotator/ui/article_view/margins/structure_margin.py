"""Margin before the lines, with a bar and words for each part of the page, such as a headline."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation
from annotator.translation.messages import _
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.column import BEFORE_COLUMN
from annotator.ui.article_view.margins.line_numbers import BEFORE_COLUMN as NUMBERS_BEFORE_COLUMN
from annotator.ui.article_view.margins.line_numbers import LineNumbers
from annotator.ui.article_view.margins.margin import Margin, Sign, Text, touches
from annotator.ui.article_view.unmarked.sight import Placement
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.label_colours import LabelColours

BAR, BEFORE_BAR, BEFORE_NUMBERS = 3, 8, 6


class StructureMargin(Margin):
    """Margin of the annotations whose label is drawn as a bar, each with its role as text."""

    def __init__(self, text: Text, colours: Callable[[str], LabelColours], parent: QWidget) -> None:
        super().__init__(text, parent)
        self._colours = colours
        self.numbers = LineNumbers(self)
        self.setObjectName("structureMargin")
        self.setAccessibleName(_("Parts of the page beside the text"))

    @property
    def reach(self) -> float:
        """Distance to which the bars reach from the column where line numbers stand before them; 0 without numbers."""
        unit = self._text.measure.unit
        numbers = self.numbers.reach(unit)
        return max(BEFORE_COLUMN * unit, numbers + (BEFORE_NUMBERS + BAR) * unit) if numbers else 0

    def signs(self, placement: Placement, canvas: Canvas, rect: QRect) -> Iterator[Sign]:
        lines = canvas.lines_in(placement, rect)
        for stretch in canvas.stretches_of(placement, rect):
            for annotation, first, last in stretch.parts:
                if touches(lines, first, last):
                    yield self._sign(placement, canvas, annotation, first, last)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        canvas = self._text.canvas
        if canvas and self.numbers.shown:
            at = NUMBERS_BEFORE_COLUMN * canvas.measure.unit - canvas.measure.side
            x, mirrored = at if self._text.mirrored else self.width() - at, self._text.mirrored
            painter, placements = QPainter(self), self._text.placements(event.rect())
            self.numbers.paint(painter, canvas, placements, event.rect(), at=x, mirrored=mirrored)

    def paint_sign(self, painter: QPainter, canvas: Canvas, sign: Sign, *, selected: bool, pointed: bool) -> None:
        assert sign.bar is not None
        annotation = sign.annotations[0]
        colours = self._colours(annotation.label)
        painter.fillRect(sign.bar, colours.letter if selected or pointed else colours.stroke)
        if selected:
            painter.setPen(canvas.theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(sign.bar.adjusted(-2.5, -1.5, 2.5, 1.5), 2, 2)
        if sign.begins:
            painter.setFont(chrome_font(-2))
            painter.setPen(canvas.theme.text if selected or pointed else canvas.theme.muted)
            side = Qt.AlignmentFlag.AlignLeft if self._text.mirrored else Qt.AlignmentFlag.AlignRight
            painter.drawText(sign.rect, side | Qt.AlignmentFlag.AlignVCenter, self._words(annotation, sign.rect))

    def _sign(self, placement: Placement, canvas: Canvas, annotation: Annotation, first: int, last: int) -> Sign:
        measure, u = canvas.measure, canvas.measure.unit
        begins, ends = canvas.stretches.begins_and_ends(placement.block, annotation)
        number = placement.number
        top = placement.top + (measure.baseline(number, first) - 15 * u if begins else 0)
        bottom = placement.top + (measure.baseline(number, last) + 6 * u if ends else placement.height)
        before = (self.reach or BEFORE_COLUMN * u) - measure.side
        x = before - BAR * u if self._text.mirrored else self.width() - before
        bar = canvas.snapped(QRectF(x, top, BAR * u, bottom - top))
        at_top = top < 0 <= bottom - measure.pitch
        return Sign(self._role_rect(bar, max(top, 0), u), (annotation,), bar, begins or at_top)

    def _role_rect(self, bar: QRectF, top: float, unit: float) -> QRectF:
        if self._text.mirrored:
            left = bar.right() + BEFORE_BAR * unit
            return QRectF(left, top, max(0, self.width() - left - 4), 21 * unit)
        return QRectF(4, top, max(0, bar.left() - BEFORE_BAR * unit - 4), 21 * unit)

    @staticmethod
    def _words(annotation: Annotation, rect: QRectF) -> str:
        role = annotation.attributes.get("role")
        words = role if isinstance(role, str) and role else annotation.label
        return QFontMetricsF(chrome_font(-2)).elidedText(plain_line(words), Qt.TextElideMode.ElideRight, rect.width())
