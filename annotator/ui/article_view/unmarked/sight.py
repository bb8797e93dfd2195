"""Paragraphs in sight, with their places in the viewport."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QTextBlock

from annotator.ui.article_view.article_layout import ArticleLayout

OUTSIDE = 6
"""Distance in pixels by which grips and frames may extend beyond their paragraph."""


class Placement(Struct, frozen=True):
    """Block with its number, its upper edge and height in the viewport, in pixels, and the number of its lines."""

    block: QTextBlock
    number: int
    top: float
    height: float
    lines: int


class Sight:
    """Finder of the paragraphs in sight; what it found stays while the text is neither scrolled nor laid out again."""

    def __init__(self) -> None:
        self._key: object = None
        self._found: list[Placement] = []
        self._next, self._bottom = QTextBlock(), 0.0

    def within(self, rect: QRect, first: QTextBlock, offset: QPointF, layout: ArticleLayout) -> list[Placement]:
        """Return the paragraphs of which ``rect`` of the viewport may show something.

        ``first`` is the first block in sight, at ``offset``.
        """
        key = layout, layout.times_laid_out, first.blockNumber(), offset.y()
        if key != self._key or self._are_discarded():
            self._key, self._found, self._next, self._bottom = key, [], first, offset.y()
        top, bottom = rect.top() - OUTSIDE, rect.bottom() + OUTSIDE
        while self._next.isValid() and self._bottom <= bottom:
            self._add(self._next, layout)
        return [at for at in self._found if at.top <= bottom and at.top + at.height >= top]

    def _are_discarded(self) -> bool:
        """Return whether Qt has discarded lines that were found, which it does without telling."""
        return any(at.block.layout().lineCount() != at.lines for at in self._found)

    def _add(self, block: QTextBlock, layout: ArticleLayout) -> None:
        height = layout.blockBoundingRect(block).height()
        self._found.append(Placement(block, block.blockNumber(), self._bottom, height, block.layout().lineCount()))
        self._next, self._bottom = block.next(), self._bottom + height
