"""Text of the article that is being opened, shown while its annotations are still read."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, Qt, Signal

from annotator.model.article import Article
from annotator.session.open_article import Caret
from annotator.session.opening.reading import Reading
from annotator.session.session import Session
from annotator.session.text_index import TextIndex

MOST_SECONDS = 0.3
"""Longest wait until a text is shown: the window's thread may itself be waiting for what is read."""


class TextAhead(QObject):
    """Text whose annotations are still read. No article is open then, so that nothing can be changed.

    ``article`` is None where no text is ahead; ``index`` has the places of its paragraphs. ``caret`` is where the
    caret is in it. ``shown``: the text is to be shown; what comes after it is the article itself or nothing.
    """

    shown = Signal()
    _read = Signal(int, object, object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._awaited = 0
        self.article: Article | None = None
        self.index = TextIndex("", ())
        self.caret = Caret()
        self._read.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def expect(self, number: int, caret: Caret) -> None:
        """Show the text that comes with this number, with the caret there, and no other one."""
        self._awaited, self.article, self.caret = number, None, caret

    def give(self, number: int, reading: Reading) -> None:
        """Take the article without its annotations, in the thread that reads it, and return when it is shown.

        To read on meanwhile would make the window wait for the interpreter again and again.
        """
        shown = Event()
        self._read.emit(number, reading, shown)
        shown.wait(MOST_SECONDS)

    def end(self) -> Caret:
        """Expect no text any more; return where the caret is to be in the article."""
        self._awaited, self.article, self.index = 0, None, TextIndex("", ())
        self._session.coming = False
        return self.caret

    def _show(self, number: int, reading: Reading, shown: Event) -> None:
        if number == self._awaited:
            self.article, self.index = reading.read.article, reading.index
            self._session.coming = True
            self._session.show(None)
            self.shown.emit()
        shown.set()
