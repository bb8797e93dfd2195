"""Reading on the article's page: the bar beside the text, and the number of sentences in the header."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from annotator.model.span import Span
from annotator.session.editing.desk.reading import Reading
from annotator.session.session import Session
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.article_view.margins.reading_bar import ReadingBar
from annotator.ui.article_view.margins.structure_margin import StructureMargin


class ReadingParts(QObject):
    """Keeps bar and header as the sentences are."""

    def __init__(self, reading: Reading, session: Session, page: ArticlePage) -> None:
        super().__init__(page)
        self._reading, self._header = reading, page.header
        self._margin = page.view.findChildren(StructureMargin)[0]
        self._bar = ReadingBar(reading, page.view, self._margin)
        self._margin.beside = self._bar.paint
        self._here = -1
        reading.changed.connect(self._follow)
        session.caret_moved.connect(self._follow_caret)
        self._follow()

    def _follow(self, altered: Sequence[Span] | None = None) -> None:
        self._header.show_reading(self._reading.read, self._reading.total)
        if altered is None:
            self._here = self._reading.here
            self._margin.update()
        else:
            self._bar.update(altered)

    def _follow_caret(self) -> None:
        before, self._here = self._here, self._reading.here
        sentences = self._reading.sentences
        if before != self._here and sentences is not None:
            self._bar.update(sentences.spans[at] for at in (before, self._here) if 0 <= at < len(sentences.spans))
