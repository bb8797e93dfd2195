"""Numbers of the article's own lines, as in its text file, beside the first screen line of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFontMetricsF, QPainter, QTextDocument
from PySide6.QtWidgets import QWidget

from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.unmarked.sight import Placement
from annotator.ui.theme.fonts import chrome_font

BEFORE_COLUMN = 24
"""Distance of the numbers from the column, in units."""

FEWEST_DIGITS = 3


class LineNumbers:
    """Numbers that stay as they are whatever the width, zoom and font. Empty lines are counted, but show none.

    ``margin`` is the widget that is drawn on.
    """

    def __init__(self, margin: QWidget) -> None:
        self.shown = False
        self._margin = margin
        self._document: QTextDocument | None = None
        self._font = chrome_font(-2)

    def follow(self, document: QTextDocument) -> None:
        """Show the numbers of that text from now on."""
        self._document = document

    def show(self, *, on: bool) -> None:
        """Draw the numbers from now on, or no longer."""
        self.shown = on
        self._margin.update()

    def reach(self, unit: float) -> float:
        """Return how far from the column the widest number reaches; 0 where none is drawn."""
        if not self.shown or self._document is None:
            return 0
        digits = max(len(str(self._document.blockCount())), FEWEST_DIGITS)
        return BEFORE_COLUMN * unit + digits * QFontMetricsF(self._font).horizontalAdvance("0")

    def paint(
        self,
        painter: QPainter,
        canvas: Canvas,
        placements: Sequence[Placement],
        rect: QRect,
        *,
        at: float,
        mirrored: bool,
    ) -> None:
        """Draw the numbers of the lines in ``rect``, with their right ends at x ``at``, left ends if ``mirrored``."""
        metrics = QFontMetricsF(self._font)
        painter.setFont(self._font)
        painter.setPen(canvas.theme.muted)
        for placement in placements:
            block = placement.block
            if block.length() > 1 and 0 in canvas.lines_in(placement, rect):
                words, first = str(block.blockNumber() + 1), block.layout().lineAt(0)
                x = at if mirrored else at - metrics.horizontalAdvance(words)
                painter.drawText(QPointF(x, placement.top + first.y() + first.ascent()), words)
