"""Drags that select text: by characters, or by whole words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from annotator.language.words import whole_words, word_at
from annotator.model.span import Span
from annotator.session.session import Session
from annotator.ui.article_view.hit_test import HitTest

LEFT = Qt.MouseButton.LeftButton


class Dragging:
    """A drag with the left button from where it began.

    ``by_words`` makes drags select whole words, those that begin with a double click do so anyway; Alt inverts it. The
    words where the drag began stay selected whichever way it goes.
    """

    def __init__(self, session: Session, hits: HitTest) -> None:
        self._session, self._hits = session, hits
        self.by_words = False
        self.under_way = False
        self._in_words = self._moved = False
        self._anchor = self._position = 0
        self._first = self._last = 0, 0

    def press(self, event: QMouseEvent, *, selects: bool) -> None:
        """Begin where the left button was pressed, with Shift where the selection began.

        Not where the press ``selects``: Qt extends by paragraphs after a third click, and drags what was selected.
        """
        self.under_way = False
        if event.button() != LEFT or self._session.current is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            anchor = self._session.caret.anchor
            self._begin(anchor, (anchor, anchor))
        elif not selects:
            point = event.position().toPoint()
            character = self._hits.character(point)
            self._begin(self._hits.position(point), (character, character + 1))

    def press_twice(self, event: QMouseEvent) -> None:
        """Select the word under the pointer and begin there to select by words."""
        if event.button() != LEFT or self._session.current is None:
            return
        position = self._hits.position(event.position().toPoint())
        word = word_at(self._session.document.article.text, position)
        first = (word.start, word.end) if word else (position, position)
        self._begin(first[0], first, in_words=True)
        self._position = first[1]
        if word:
            self._session.move_caret(word.end, word.start)

    def pull(self, event: QMouseEvent, position: int) -> None:
        """Select up to the pointer, whose nearest caret position is ``position``."""
        character = self._hits.character(event.position().toPoint())
        self._last, self._position = (character, character + 1), position
        self._moved = self._moved or position != self._anchor
        self._select(inverted=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))

    def is_for(self, event: QKeyEvent) -> bool:
        """Return whether the key is for the drag that is under way."""
        return self.under_way and event.key() == Qt.Key.Key_Alt

    def follow_key(self, event: QKeyEvent) -> None:
        """Select by the other rule while Alt is held down, without waiting for the pointer to move."""
        if self.is_for(event) and self._moved:
            self._select(inverted=event.type() == QEvent.Type.KeyPress)

    def _begin(self, anchor: int, first: tuple[int, int], *, in_words: bool = False) -> None:
        self._anchor = self._position = anchor
        self._first = self._last = first
        self._in_words = self._moved = in_words
        self.under_way = True

    def _select(self, *, inverted: bool) -> None:
        span = self._words() if self._moved and (self.by_words or self._in_words) != inverted else None
        if span is None:
            self._session.move_caret(self._position, self._anchor)
        elif self._last[0] < self._first[0]:
            self._session.move_caret(span.start, span.end)
        else:
            self._session.move_caret(span.end, span.start)

    def _words(self) -> Span | None:
        start, end = min(self._first[0], self._last[0]), max(self._first[1], self._last[1])
        return whole_words(self._session.document.article.text, start, end)
