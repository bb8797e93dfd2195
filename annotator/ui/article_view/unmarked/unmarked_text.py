"""Text widget that lays out an article in a centred column, without its annotations."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFont, QInputMethodEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from annotator.model.offsets import Utf16Map
from annotator.ui.article_view.article_layout import ArticleLayout
from annotator.ui.article_view.column import Column, beside_bar, column
from annotator.ui.article_view.measure import Measure
from annotator.ui.article_view.unmarked.direction import mostly_right_to_left
from annotator.ui.widgets.words.read_only import make_read_only
from annotator.ui.widgets.words.wrap_mode import wrap_mode


class UnmarkedText(QPlainTextEdit):
    """Read-only ``text`` in ``font``, ``characters`` wide; ``mirrored`` where it runs from right to left.

    Positions are code points; ``offsets`` maps them to those of Qt, which are UTF-16.
    """

    def __init__(self, font: QFont, characters: int) -> None:
        super().__init__()
        self.text, self.mirrored, self.offsets = "", False, Utf16Map("")
        self.measure = Measure.of(font)
        self._typeface, self._characters = font, characters
        self._shown: QTextDocument | None = None
        make_read_only(self)
        self.setFont(font)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take no words from an input method: Qt would put them into a text that can be selected, read-only or not."""
        event.ignore()

    def _set_text(self, text: str) -> None:
        """Lay out another text, scrolled to its beginning."""
        self.offsets = Utf16Map(text)
        self.mirrored = mostly_right_to_left(text)
        self._lay_out(text)
        self.text = text

    def _lay_out(self, text: str) -> None:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        self._lines = ArticleLayout(document, self.measure)
        document.setDocumentLayout(self._lines)
        document.setDefaultFont(self._typeface)
        document.setDocumentMargin(self.measure.side)
        with QSignalBlocker(self):  # setting the text moves the caret to its end
            self.setDocument(document)
            self.setWordWrapMode(wrap_mode(text))
            document.setPlainText(text)  # after setDocument, or the text would first be laid out without a width
            self.setTextCursor(QTextCursor(document))
        if self._shown:
            self._shown.deleteLater()
        self._shown = document
        self._set_caret()

    def _set_caret(self) -> None:
        """Scale the caret's width with the font; hide the caret where there is no text."""
        empty = self.document().characterCount() == 1
        self.setCursorWidth(0 if empty else max(1, round(self.measure.unit * 1.5)))

    def _place_column(self, reach: float = 0) -> Column:
        """Put the text between its margins; ``reach`` is how far line numbers and bars reach before it."""
        widths = column(beside_bar(self).width(), self.measure, self._characters, reach)
        left, right = (widths.after, widths.before) if self.mirrored else (widths.before, widths.after)
        self.setViewportMargins(left, 0, right, 0)
        return widths
