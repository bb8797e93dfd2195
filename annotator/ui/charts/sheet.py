"""Sheet that a chart is drawn on: painter, theme, fonts, mirrored places, and where each mark stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from annotator.ui.theme.fonts import STRONG, chrome_font
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.theme.tokens import Theme
from annotator.ui.widgets.words.line_of_text import paint_line

SMALL = -1
RING, RING_RADIUS = 2, 4
CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
"""Flags for QPainter.drawText, put together once: that takes longer than to draw a number."""


class Spot(NamedTuple):
    """Place of a mark: its rectangle, and its row and column among the chart's marks."""

    rect: QRectF
    row: int
    column: int


@dataclass(slots=True)
class Sheet:
    """Sheet. Places are laid out from left to right within ``whole``, and mirrored as they are drawn."""

    painter: QPainter
    theme: Theme
    whole: QRectF
    spots: list[Spot]
    at: tuple[int, int] | None = None
    font: QFont = field(default_factory=lambda: chrome_font(SMALL))
    metrics: QFontMetricsF = field(init=False)

    def __post_init__(self) -> None:
        self.metrics = QFontMetricsF(self.font)

    def width(self, text: str, font: QFont | None = None) -> float:
        """Return the width of a line of text in pixels."""
        return (QFontMetricsF(font) if font else self.metrics).horizontalAdvance(text)

    def placed(self, rect: QRectF) -> QRectF:
        """Return where the rectangle stands in the direction of the painter."""
        return placed(self.painter, rect, self.whole)

    def spot(self, rect: QRectF, row: int, column: int) -> None:
        """Note where a mark stands; ``rect`` is laid out from left to right."""
        self.spots.append(Spot(self.placed(rect), row, column))

    def words(self, rect: QRectF, text: str, *, colour: QColor | None = None, font: QFont | None = None) -> None:
        """Draw a line of text at the side at which lines begin, cut off where it does not fit."""
        self.painter.setFont(font or self.font)
        self.painter.setPen(colour or self.theme.text)
        metrics = QFontMetricsF(font) if font else self.metrics
        paint_line(self.painter, self.placed(rect), text, metrics, leading=True)

    def centred(self, rect: QRectF, text: str, *, colour: QColor, font: QFont | None = None) -> None:
        """Draw a text in the middle of the rectangle."""
        self.painter.setFont(font or self.font)
        self.painter.setPen(colour)
        self.painter.drawText(self.placed(rect), CENTRE, text)

    def paragraph(self, rect: QRectF, text: str) -> None:
        """Draw a muted text in lines, from the top of the rectangle."""
        self.painter.setFont(self.font)
        self.painter.setPen(self.theme.muted)
        self.painter.drawText(self.placed(rect), Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)

    def ring(self, rect: QRectF, *, radius: float = RING_RADIUS) -> None:
        """Draw the frame of the mark that is chosen."""
        grown = self.placed(rect).adjusted(-RING, -RING, RING, RING)
        paint_outline(self.painter, grown, self.theme.text, radius, width=RING)


def paragraph_height(text: str, width: float) -> float:
    """Return the height in pixels of a text in lines of that width; 0 without text."""
    if not text:
        return 0.0
    room = QRectF(0, 0, width, 10_000)
    return QFontMetricsF(chrome_font(SMALL)).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()


def strong() -> QFont:
    """Return the font of titles and of numbers that stand out."""
    return chrome_font(0, STRONG)
