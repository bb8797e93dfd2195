"""An article view of its own, with an article in which words are marked."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QTextCursor, QUndoStack

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.text_index import TextIndex
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.theme.fonts import article_font
from annotator.ui.theme.look import Look

NOW = "2026-11-22T06:21:20Z"
Mark = tuple[str, str] | tuple[str, int, int]


@dataclass
class Reader:
    """The view and its session. Annotations are called a0, a1, … in the order they were given."""

    session: Session
    view: ArticleView
    look: Look

    def open(self, text: str, marks: Sequence[Mark] = (), **more: Any) -> None:
        """Show an article with marks: a label with its words, or with start and end."""
        annotations = [annotation_of(text, number, mark) for number, mark in enumerate(marks)]
        by_id = MappingProxyType({annotation.id: annotation for annotation in annotations})
        path = Path("town.txt")
        document, index = Document(Article.of(path.name, text), by_id), TextIndex(text, annotations)
        scheme = built_in_scheme()
        self.session.show(OpenArticle(path, path, document, index, QUndoStack(), scheme, **more))

    def picture(self) -> QImage:
        """What the text's part of the view looks like."""
        return self.view.viewport().grab().toImage()

    def caret_rect(self, position: int) -> QRectF:
        """Where the caret stands before a code point."""
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(self.view.offsets.to_utf16(position))
        return QRectF(self.view.cursorRect(cursor))

    def place(self, words: str) -> QPoint:
        """The middle of some words that stand on one line."""
        start = self.session.document.article.text.index(words)
        left, right = self.caret_rect(start), self.caret_rect(start + len(words))
        return QPoint(int((left.left() + right.left()) / 2), int(left.center().y()))

    def colour(self, label: str, part: str) -> QColor:
        """A colour that the theme gives a label: fill, cap, stroke, …"""
        colour: QColor = getattr(self.view.colours(label), part)
        return colour

    def baseline(self, position: int) -> float:
        """The baseline of the line on which a code point stands, in the viewport."""
        block = self.view.document().findBlock(self.view.offsets.to_utf16(position))
        line = block.layout().lineForTextPosition(self.view.offsets.to_utf16(position) - block.position())
        top = next(p.top for p in self.view.placements(self.view.viewport().rect()) if p.block == block)
        return top + line.y() + line.ascent()

    def extent(self, words: str) -> tuple[float, float]:
        """Where words that stand on one left-to-right line begin and end."""
        start = self.session.document.article.text.index(words)
        block = self.view.document().findBlock(self.view.offsets.to_utf16(start))
        at = self.view.offsets.to_utf16(start) - block.position()
        line = block.layout().lineForTextPosition(at)
        left, right = line.cursorToX(at), line.cursorToX(at + len(words))
        return float(left[0]), float(right[0])

    @property
    def selected(self) -> str:
        chosen = self.session.selected_annotation
        return chosen.id if chosen else ""

    def words(self, id: str) -> str:
        return self.session.words(self.session.document.annotations[id])


def annotation_of(text: str, number: int, mark: Mark) -> Annotation:
    label, start, end = mark if len(mark) == 3 else (mark[0], text.index(mark[1]), text.index(mark[1]) + len(mark[1]))
    return Annotation(f"a{number}", label, Span(start, end))


def made_reader(
    width: int = 900, height: int = 500, pixels: int = 17, theme: str = "light", characters: int = 74
) -> Reader:
    """A view of a size in pixels, shown."""
    session = Session(clock=lambda: NOW, randomness=random.Random(1))
    look = Look(choice=theme)
    view = ArticleView(session, look, article_font("serif", pixels), characters)
    view.resize(width, height)
    view.show()
    return Reader(session, view, look)
