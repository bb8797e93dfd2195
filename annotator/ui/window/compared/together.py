"""Two texts that scroll together: the same words, or those around what has changed, are at the top of both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QTextCursor

from annotator.ui.article_view.article_text import ArticleText

Mapping = Callable[[int], int]


class ScrollingTogether(QObject):
    """Let two texts follow each other until ``end``; the mappings lead from places of one to those of the other.

    Offsets are code points.
    """

    def __init__(self, one: ArticleText, other: ArticleText, to_other: Mapping, to_one: Mapping) -> None:
        super().__init__(one)
        self._following = False
        follow, lead = partial(self._follow, one, other, to_other), partial(self._follow, other, one, to_one)
        self._signals = one.verticalScrollBar().valueChanged, other.verticalScrollBar().valueChanged
        self._connections = [signal.connect(way) for signal, way in zip(self._signals, (follow, lead), strict=True)]
        follow()

    def end(self) -> None:
        """Let each scroll by itself from now on."""
        for signal, connection in zip(self._signals, self._connections, strict=True):
            signal.disconnect(connection)
        self.deleteLater()

    def _follow(self, leader: ArticleText, follower: ArticleText, mapping: Mapping, *_values: int) -> None:
        """Scroll the follower to the words that correspond to the leader's first ones, as far below its top."""
        if self._following:
            return
        self._following = True
        top, blank = _first_words(leader)
        there = mapping(leader.offsets.to_code_points(top))
        cursor = QTextCursor(follower.document())
        cursor.setPosition(min(follower.offsets.to_utf16(there), follower.document().characterCount() - 1))
        block = cursor.block()
        line = block.layout().lineForTextPosition(cursor.positionInBlock()).lineNumber()
        follower.verticalScrollBar().setValue(max(block.firstLineNumber() + max(line, 0) - blank, 0))
        self._following = False


def _first_words(text: ArticleText) -> tuple[int, int]:
    """Return the UTF-16 offset of the first line in sight that is not blank, and how many lines are above it.

    Blank lines correspond to none of the other text where its words around them have changed.
    """
    cursor, blank = text.cursorForPosition(QPoint(text.viewport().width() // 2, 1)), 0
    block, top = cursor.block(), cursor.position()
    while not block.text().strip() and block.next().isValid():
        blank += block.lineCount()
        block = block.next()
        top = block.position()
    return top, blank
