"""Preview of a text to be imported, with everything but the article itself muted."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.interop.articles.extracted import BOILERPLATE, DUPLICATE, NAVIGATION
from annotator.session.importing.article_scan import FoundArticle
from annotator.translation.messages import _
from annotator.ui.dialogs.import_dialog.left_out_rows import LeftOutRows
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.laid_runs import Kind, Run
from annotator.ui.widgets.words.runs_text import RunsText
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

PAGE_PARTS = (BOILERPLATE, NAVIGATION, DUPLICATE)
PADDING, GAP = 16, 10


class TextLook(QScrollArea):
    """Scroll area with the beginning of a text and notes about it; it takes the focus, to be scrolled by keys.

    ``put_back``: a passage that is left out is to be kept.
    """

    put_back = Signal(str)

    def __init__(self, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("textLook")
        self.setAccessibleName(_("The text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inner = QWidget(self)
        inner.setAutoFillBackground(True)
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._notes = WrappingLabel(inner)
        self._notes.setObjectName("textNotes")
        self._notes.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._left_out = LeftOutRows(inner)
        self._left_out.put_back.connect(self.put_back)
        self._text = RunsText(look, inner)
        self._text.setFont(font)
        column = QVBoxLayout(inner)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(GAP)
        column.addWidget(self._notes)
        column.addWidget(self._left_out)
        column.addWidget(self._text)
        column.addStretch(1)
        self.setWidget(inner)

    @property
    def runs(self) -> list[Run]:
        """Runs of text shown."""
        return list(self._text.runs)

    def show_article(self, article: FoundArticle | None) -> None:
        """Show the beginning of the article's text; None shows nothing."""
        self._text.show_runs([*_runs(article)] if article else [])
        notes = "\n".join(article.notes) if article else ""
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        self._left_out.show_passages(article.left_out if article else ())
        self.verticalScrollBar().setValue(0)

    def say(self, sentence: str) -> None:
        """Show a sentence in place of a text."""
        self.show_article(None)
        self._notes.setText(sentence)
        self._notes.setVisible(True)


def _runs(article: FoundArticle) -> Iterator[Run]:
    at = 0
    for part in sorted(article.parts, key=lambda part: part.span):
        if part.role in PAGE_PARTS and part.span.start >= at:
            yield Run(article.look[at : part.span.start])
            yield Run(part.span.of(article.look), Kind.MUTED)
            at = part.span.end
    yield Run(article.look[at:])
