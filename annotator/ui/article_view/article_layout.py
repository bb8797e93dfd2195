"""Document layout of the article, with a constant line pitch."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout
from PySide6.QtWidgets import QPlainTextDocumentLayout

from annotator.ui.article_view.measure import Measure


class ArticleLayout(QPlainTextDocumentLayout):
    """Layout that puts each baseline of a paragraph one pitch below the previous one, whatever fallback fonts are used.

    QPlainTextEdit ignores the line height of block formats, but calls blockBoundingRect for the height of each block
    and draws the block's lines at the positions set here. It calls some hundred times per keystroke, so rectangles
    are cached until the document changes or Qt emits ``update`` because it will lay out the text again.
    ``times_laid_out`` counts how often they were dropped.
    """

    def __init__(self, document: QTextDocument, measure: Measure) -> None:
        super().__init__(document)
        self._measure = measure
        self._rects: dict[int, QRectF] = {}
        self._changing = False
        self.times_laid_out = 0
        self.update.connect(self._forget)

    @property
    def measure(self) -> Measure:
        return self._measure

    def set_measure(self, measure: Measure) -> None:
        """Use other sizes; call this after the document's font was set accordingly."""
        self._measure = measure
        self._forget()
        self.documentSizeChanged.emit(self.documentSize())  # so that the view asks how many lines it shows

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        number, layout = block.blockNumber(), block.layout()
        known = self._rects.get(number)
        if known is not None and layout.lineCount():  # Qt also discards lines without emitting update
            return known
        if layout:
            layout.setCacheEnabled(True)  # before letters are shaped to break lines, or they would be again to be drawn
        rect = super().blockBoundingRect(block)
        lines = block.layout().lineCount() if block.isValid() else 0
        if lines:
            rect.setHeight(self._height(block, lines))
            if not self._changing:
                self._rects[number] = rect
        return rect

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        self._changing = True
        self._forget()
        super().documentChanged(position, removed, added)
        self._changing = False

    def _forget(self, _where: QRectF | None = None) -> None:
        self._rects.clear()
        self.times_laid_out += 1

    def _height(self, block: QTextBlock, lines: int) -> float:
        measure = self._measure
        lead = measure.lead if block.blockNumber() else measure.edge
        after = measure.gap if block.next().isValid() else measure.edge
        if block.length() == 1:
            return measure.blank if block.blockNumber() and block.next().isValid() else measure.edge
        self._place_lines(block, lines, measure.baseline(block.blockNumber(), 0))
        return lead + lines * measure.pitch + after - measure.lead

    def _place_lines(self, block: QTextBlock, lines: int, baseline: float) -> None:
        layout, pitch = block.layout(), self._measure.pitch
        first, last = layout.lineAt(0), layout.lineAt(lines - 1)
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            _align_right(layout)
        end = baseline + (lines - 1) * pitch
        if abs(first.y() + first.ascent() - baseline) < 0.01 and abs(last.y() + last.ascent() - end) < 0.01:
            return
        left = first.x()  # that of all lines
        for number in range(lines):
            line = layout.lineAt(number)
            line.setPosition(QPointF(left, baseline + number * pitch - line.ascent()))


def _align_right(layout: QTextLayout) -> None:
    """Align the lines of a right-to-left paragraph at the right; Qt aligns every paragraph at the left."""
    option = layout.textOption()
    if option.alignment() != Qt.AlignmentFlag.AlignRight:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
