"""Text in which keys and double clicks go by the program's own words, not by those of Qt."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCursor

from annotator.language.word_stops import next_stop
from annotator.language.words import word_at
from annotator.ui.article_view.article_text import ArticleText

MOVE, KEEP = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor
Standard = QKeySequence.StandardKey
STEPS = {
    Standard.MoveToNextWord: (True, MOVE),
    Standard.MoveToPreviousWord: (False, MOVE),
    Standard.SelectNextWord: (True, KEEP),
    Standard.SelectPreviousWord: (False, KEEP),
}
"""Keys that go by word: whether they go on in the text, and whether they select."""


class TextByWords(ArticleText):
    """Article whose caret goes by the words that the keys of an edge, the statistics and the exports go by."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = next((step for key, step in STEPS.items() if event.matches(key)), None)
        if step is None:
            super().keyPressEvent(event)
        else:
            self._go_by_word(forward=step[0], mode=step[1])
            event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            word = word_at(self.text, self.offsets.to_code_points(self.cursorForPosition(point).position()))
            cursor = self.textCursor()
            if word:
                cursor.setPosition(self.offsets.to_utf16(word.start), MOVE)
                cursor.setPosition(self.offsets.to_utf16(word.end), KEEP)
            self.setTextCursor(cursor)

    def _go_by_word(self, *, forward: bool, mode: QTextCursor.MoveMode) -> None:
        """Move the caret to the next stop; in a paragraph from right to left the key for the next word goes back."""
        cursor = self.textCursor()
        leftwards = cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft
        here = self.offsets.to_code_points(cursor.position())
        there = next_stop(self.text, here, forward=forward != leftwards)
        cursor.setPosition(self.offsets.to_utf16(there), mode)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
