"""Numbers of the article's lines, as printed queries cite them, beside the lines in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRect, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.ui.article_view.article_layout import ArticleLayout
from annotator.ui.article_view.canvas import Canvas, Placement
from annotator.ui.theme.fonts import chrome_font

BEFORE_COLUMN = 24
"""Distance of the numbers from the column, in units."""

CHARACTERS, FEWEST_DIGITS = 45, 3
AT_ONCE = 200
"""Paragraphs that are counted in one step: the lines of a long article are not known before it is laid out."""


class LineNumbers(QObject):
    """Count the lines of a text, those of long ones while nothing else is to do, and draw their numbers.

    Empty paragraphs have no number. ``margin`` is the widget that is drawn on.
    """

    def __init__(self, margin: QWidget) -> None:
        super().__init__(margin)
        self.shown = False
        self._margin = margin
        self._lines: ArticleLayout | None = None
        self._font = chrome_font(-2)
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self.count)

    def follow(self, lines: ArticleLayout) -> None:
        """Count the lines of another text from now on."""
        self._lines = lines
        lines.update.connect(self._begin)
        self._begin()

    def show(self, *, on: bool) -> None:
        """Draw the numbers from now on, or no longer."""
        self.shown = on
        self._begin()
        self.count()

    def count(self) -> None:
        """Count some more lines, if there are any left."""
        if not self.shown or self._lines is None:
            self._counting.stop()
            return
        if not self._lines.count_lines(AT_ONCE):
            self._counting.stop()
        self._margin.update()

    def reach(self, unit: float) -> float:
        """Return how far from the column the widest number reaches; 0 where none is drawn."""
        if not self.shown or self._lines is None:
            return 0
        document = self._lines.document()
        most = document.characterCount() // CHARACTERS + document.blockCount()
        digits = max(len(str(most)), FEWEST_DIGITS)
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
            first = self._lines.first_number(placement.block.blockNumber()) if self._lines else None
            if first is None or placement.block.length() == 1:
                continue
            for line in canvas.lines_in(placement, rect):
                words, there = str(first + line), placement.block.layout().lineAt(line)
                x = at if mirrored else at - metrics.horizontalAdvance(words)
                painter.drawText(QPointF(x, placement.top + there.y() + there.ascent()), words)

    def _begin(self) -> None:
        if self.shown:
            self._counting.start()
