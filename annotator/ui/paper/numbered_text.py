"""Text of the article laid out for paper, with the number of each fact behind its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from annotator.interop.handover.content import HandOver
from annotator.model.offsets import Utf16Map
from annotator.ui.paper.sheet_of_paper import POINT, small_font, text_font
from annotator.ui.theme.fonts import BOLD

GAP, ALSO = "\u00a0", ","
"""Stand before the first number at a place, where the bracket of its fact is, and before each further one."""

NUMBER_POINTS = 9


class NumberedText:
    """Document of Qt with the text and the numbers. Offsets that are asked for are code points of the article."""

    def __init__(self, handed: HandOver, width: float) -> None:
        text = handed.article.text
        self._utf16 = Utf16Map(text)
        marks = sorted((mark.span.end, mark.number) for mark in handed.marks if mark.number)
        self._places = [self._utf16.to_utf16(end) for end, _number in marks]
        self._numbers = [number for _end, number in marks]
        before = [None, *self._places]
        signs = [ALSO if place == last else GAP for last, place in zip(before, self._places, strict=False)]
        self._shown = [f"{sign}{number}" for sign, number in zip(signs, self._numbers, strict=True)]
        self._lengths = [0]
        for shown in self._shown:
            self._lengths.append(self._lengths[-1] + len(shown))
        self._shown_at = [place + before for place, before in zip(self._places, self._lengths, strict=False)]
        self.document = _laid_out(text)
        self._insert()
        self.document.setTextWidth(width)
        self.document.size()  # lays all paragraphs out

    def start(self, offset: int) -> int:
        """Return where words that begin at the offset begin in the document: behind the numbers there."""
        place = self._utf16.to_utf16(offset)
        return place + self._lengths[bisect_right(self._places, place)]

    def end(self, offset: int) -> int:
        """Return where words that end at the offset end in the document: before the numbers there."""
        place = self._utf16.to_utf16(offset)
        return place + self._lengths[bisect_left(self._places, place)]

    def numbers_within(self, start: int, end: int) -> list[int]:
        """Return the numbers that stand between these places of the document."""
        return self._numbers[bisect_left(self._shown_at, start) : bisect_left(self._shown_at, end)]

    def blocks(self) -> Iterator[QTextBlock]:
        """Yield the paragraphs in their order, blank ones too."""
        block = self.document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def _insert(self) -> None:
        gap, raised = QTextCharFormat(), QTextCharFormat()
        gap.setFont(small_font(NUMBER_POINTS))
        raised.setFont(small_font(NUMBER_POINTS, BOLD))
        raised.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for place, shown in zip(reversed(self._places), reversed(self._shown), strict=True):
            cursor.setPosition(place)
            cursor.insertText(shown[:1], gap if shown.startswith(GAP) else raised)
            cursor.insertText(shown[1:], raised)
        cursor.endEditBlock()


def _laid_out(text: str) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(text_font())
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setTabStopDistance(24 * POINT)
    document.setDefaultTextOption(option)
    document.setPlainText(text.replace("\r", "\n"))  # Qt would take “\r\n” for one character
    return document
