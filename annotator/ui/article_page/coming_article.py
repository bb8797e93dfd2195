"""Text of the article that is being opened, in the article page while its annotations are still read."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from annotator.session.open_article import Caret
from annotator.session.opening.text_ahead import TextAhead
from annotator.ui.article_page.article_page import ArticlePage

MOVE, KEEP = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor


class ComingArticle(QObject):
    """Show the text that is ahead of its annotations in ``page``, and keep its caret for the article."""

    def __init__(self, ahead: TextAhead, page: ArticlePage) -> None:
        super().__init__(page)
        self._ahead, self._page = ahead, page
        ahead.shown.connect(self._show)
        page.view.cursorPositionChanged.connect(self._note_caret)

    def _show(self) -> None:
        ahead, view = self._ahead, self._page.view
        assert ahead.article
        caret = ahead.caret
        self._page.header.show_coming(ahead.article.name)
        view.show_text(ahead.article.text, ahead.index)
        cursor = view.textCursor()
        cursor.setPosition(view.offsets.to_utf16(min(caret.anchor, len(ahead.article.text))), MOVE)
        cursor.setPosition(view.offsets.to_utf16(min(caret.position, len(ahead.article.text))), KEEP)
        view.setTextCursor(cursor)
        view.reveal()
        view.viewport().repaint()  # at once: the annotations are read as soon as this is done

    def _note_caret(self) -> None:
        view, cursor = self._page.view, self._page.view.textCursor()
        if self._ahead.article and view.document().characterCount() > 1:
            to_code_points = view.offsets.to_code_points
            self._ahead.caret = Caret(to_code_points(cursor.anchor()), to_code_points(cursor.position()))
