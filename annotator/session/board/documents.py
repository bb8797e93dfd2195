"""Documents of the rows of the board that are looked at, and the sentence in which a row's words stand."""

from __future__ import annotations

import re
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.corpus.documents import document_in
from annotator.language.article_language import article_language
from annotator.language.sentences import sentence_at
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.visible import visible
from annotator.session.background.jobs import Jobs
from annotator.session.board.board import Board
from annotator.session.session import Session
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import FileError

KEPT, MOST, BEFORE = 8, 400, 120
"""Documents that are kept; code points of a sentence that are shown, and those of them before the words."""


class BoardDocuments(QObject):
    """Documents by their rows: the open one as it is in memory, others read in the background when they are wanted.

    ``came``: one that was wanted has been read.
    """

    came = Signal()

    def __init__(self, board: Board, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._board, self._session, self._jobs = board, session, jobs
        self._known: dict[str, Document | None] = {}
        self._wanted = ""
        self._is_reading = False
        for changed in (board.altered, board.rearranged, board.reset):
            changed.connect(self._known.clear)

    def annotation(self, row: int) -> tuple[Document, Annotation] | None:
        """Return the row's document and annotation; None until it has been read, and where that cannot be."""
        id, sidecar = self._board.table.ids[row], self._board.table.document(row).sidecar
        if sidecar == self._board.open_sidecar:
            document: Document | None = self._session.document
        elif sidecar in self._known:
            document = self._known[sidecar]
        else:
            document = None
            self._want(sidecar)
        return (document, document.annotations[id]) if document and id in document.annotations else None

    def _want(self, sidecar: str) -> None:
        self._wanted = sidecar
        root = self._board.root
        if root and not self._is_reading:
            self._is_reading = True
            self._jobs.run(partial(_read, root, root / sidecar), partial(self._take, root, sidecar))

    def _take(self, root: Path, sidecar: str, future: Future[Document | None]) -> None:
        self._is_reading = False
        if root != self._board.root:
            return
        if len(self._known) >= KEPT:
            del self._known[next(iter(self._known))]
        self._known[sidecar] = future.result()
        if self._wanted not in self._known:
            self._want(self._wanted)
        self.came.emit()


def sentence_around(document: Document, annotation: Annotation) -> tuple[str, str, str] | None:
    """Return the annotated words on one line with what stands before and after them in their sentences.

    None for words that are not at their place. Of a long sentence the words and what is next to them are returned.
    """
    span, text = annotation.span, document.article.text
    if annotation.is_elsewhere or span.end > len(text):
        return None
    language = article_language(document)
    first = sentence_at(text, min(span.start + 1, span.end), language) or span
    last = sentence_at(text, span.end, language) or span
    before, words, after = map(
        _line, (text[first.start : span.start], span.of(text), text[span.end : max(last.end, span.end)])
    )
    if len(before) > BEFORE:
        before = f"…{before[-BEFORE:].partition(' ')[2] or before[-BEFORE:]}"
    return before, words[:MOST], after[: max(MOST - len(words), 0)]


def _line(text: str) -> str:
    return visible(re.sub(r"\s+", " ", text))


def _read(root: Path, sidecar: Path) -> Document | None:
    """Read a document below the folder; None where it cannot be read, which its row says in other ways."""
    with confined_to([root]):
        try:
            return document_in(sidecar).document
        except FileError:
            return None
