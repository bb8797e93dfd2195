"""A view's article, caret and selection in code points, as the find bar asks for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.open_article import Caret, OpenArticle
from annotator.ui.article_view.second_view import SecondView

MOVE, KEEP = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor


class SearchedView(QObject):
    """Stand-in for the session beside the edited article. ``opened``: ``current`` is another article than before."""

    opened = Signal()
    caret_moved = Signal()
    locked_label = ""
    coming = False

    def __init__(self, view: SecondView) -> None:
        super().__init__(view)
        self._view = view
        self.current: OpenArticle | None = None
        for moved in (view.cursorPositionChanged, view.selectionChanged):
            moved.connect(self.caret_moved)

    def show(self, article: OpenArticle) -> None:
        """Tell that the view shows this article now."""
        self.current = article
        self.opened.emit()

    @property
    def document(self) -> Document:
        assert self.current is not None
        return self.current.document

    @property
    def caret(self) -> Caret:
        cursor, to_code_points = self._view.textCursor(), self._view.offsets.to_code_points
        return Caret(to_code_points(cursor.anchor()), to_code_points(cursor.position()))

    @property
    def selection(self) -> Span | None:
        """Selected words; None where none are."""
        caret = self.caret
        return Span(caret.start, caret.end) if caret.start < caret.end else None

    def move_caret(self, position: int, anchor: int | None = None) -> None:
        """Move the caret, and select from ``anchor`` if given."""
        cursor, to_utf16 = self._view.textCursor(), self._view.offsets.to_utf16
        cursor.setPosition(to_utf16(position if anchor is None else anchor), MOVE)
        cursor.setPosition(to_utf16(position), KEEP)
        self._view.setTextCursor(cursor)

    def reveal_caret(self) -> None:
        """Centre the caret's line where it is near the upper or lower border."""
        if not self._view.viewport().rect().adjusted(0, 40, 0, -40).contains(self._view.cursorRect()):
            self._view.centerCursor()
