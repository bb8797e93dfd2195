"""View of a text in Markdown, in the colours of the theme. Nothing is loaded from anywhere."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from annotator.language.folded_text import FoldedText
from annotator.language.folding import folded
from annotator.model.visible import visible
from annotator.ui.theme.fonts import MEDIUM, STRONG, chrome_font
from annotator.ui.theme.look import Look

MARGIN, INDENT, ITEM, CELL, LINE_HEIGHT = 28, 26, 3, 5, 145
"""Pixels around the page, before lists, above and below their items, around cells; line height in per cent."""

MOST_MATCHES = 1000

HEADINGS = {1: 2, 2: 1}
"""Steps by which headings are larger than the text, by level."""

FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


IMAGE, NO_IMAGE = "![", "! ["
"""Beginning of an image, which is shown as a link with the words that describe it."""


REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
"""A character by its number, as Markdown takes it over from HTML."""


class MarkdownView(QTextBrowser):
    """Text that nobody has checked: no images, no HTML. ``link_requested``: address that a link leads to.

    ``matches`` are the places that are lit.
    """

    link_requested = Signal(str)

    def __init__(self, look: Look, name: str, margin: int = MARGIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._source = look, ""
        self.matches: list[QTextCursor] = []
        self.setObjectName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(chrome_font(1))
        self.document().setDocumentMargin(margin)
        self.document().setIndentWidth(INDENT)
        self.anchorClicked.connect(lambda url: self.link_requested.emit(url.toString()))

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Return nothing, whatever a text asks for."""
        return None

    def show_text(self, title: str, text: str) -> None:
        """Show a text from its beginning."""
        self.setAccessibleName(title)
        self._source = REFERENCE.sub(_seen, text.replace(IMAGE, NO_IMAGE))
        self.document().setMarkdown(self._source, FEATURES)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for block in _blocks(self.document()):
            self._dress(QTextCursor(block), block)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def printable(self) -> QTextDocument:
        """Return the text that is shown without the colours of the theme."""
        document = QTextDocument()
        document.setMarkdown(self._source, FEATURES)
        return document

    def show_part(self, titles: Sequence[str], item: str = "") -> bool:
        """Scroll the first heading that begins with one of the titles to the top, and put the caret there.

        With ``item`` go to the first item of a list below it that begins so. Return whether there is such a heading.
        """
        found = self._part(titles, item)
        if found is None:
            return False
        layout, cursor = self.document().documentLayout(), QTextCursor(found)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(round(layout.blockBoundingRect(found).top()))
        return True

    def _part(self, titles: Sequence[str], item: str) -> QTextBlock | None:
        wanted = [_name_of(title) for title in titles if title]
        blocks = _blocks(self.document())
        heading = next((block for block in blocks if _level(block) and _begins_with(block, wanted)), None)
        if heading is None or not item:
            return heading
        own = takewhile(lambda block: not 0 < _level(block) <= _level(heading), blocks)
        return next((block for block in own if block.textList() and _begins_with(block, [_name_of(item)])), heading)

    def light(self, words: Sequence[str]) -> None:
        """Light every match of the words, and show the first."""
        found = (cursor for word in words for cursor in self._matches(word))
        self.matches = sorted(islice(found, MOST_MATCHES), key=QTextCursor.selectionStart)
        self.setExtraSelections([self._lit(cursor) for cursor in self.matches])
        if self.matches:
            first = QTextCursor(self.matches[0])
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def _matches(self, word: str) -> Iterator[QTextCursor]:
        as_written = QTextDocument.FindFlag.FindCaseSensitively
        for spelling in sorted(self._spellings(folded(word))):
            cursor = self.document().find(spelling, 0, as_written)
            while not cursor.isNull():
                yield QTextCursor(cursor)
                cursor = self.document().find(spelling, cursor, as_written)

    def _spellings(self, needle: str) -> set[str]:
        """Return how the words that are looked for are written in the text."""
        found: set[str] = set()
        for block in _blocks(self.document()) if needle else ():
            whole = FoldedText(block.text()).fold()
            at = whole.folded.find(needle)
            while at >= 0:
                found.add(whole.span(at, at + len(needle)).of(whole.text))
                at = whole.folded.find(needle, at + len(needle))
        return found

    def _lit(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        lit = QTextEdit.ExtraSelection()
        lit.cursor = cursor
        lit.format = QTextCharFormat()
        lit.format.setBackground(self._look.theme.warning_bg)
        return lit

    def _dress(self, cursor: QTextCursor, block: QTextBlock) -> None:
        """Give a paragraph its line height, a heading its size, keys and file names their ground."""
        lines = QTextBlockFormat()
        lines.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        level = block.blockFormat().headingLevel()
        if block.textList():
            lines.setTopMargin(ITEM)
            lines.setBottomMargin(ITEM)
        elif not cursor.currentTable():
            lines.setTopMargin(18 if level > 1 else 8)
            lines.setBottomMargin(8)
        cursor.mergeBlockFormat(lines)
        for fragment in _fragments(block):
            self._dress_words(fragment, level)

    def _dress_table(self, table: QTextTable) -> None:
        shape = table.format()
        shape.setBorderBrush(self._look.theme.border)
        shape.setBorderCollapse(True)
        shape.setCellPadding(CELL)
        shape.setTopMargin(8)
        shape.setBottomMargin(8)
        table.setFormat(shape)

    def _dress_words(self, fragment: QTextFragment, level: int) -> None:
        words, shape = fragment.charFormat(), QTextCharFormat()
        if level:
            shape.setFontWeight(STRONG)
            shape.setProperty(QTextFormat.Property.FontSizeAdjustment, HEADINGS.get(level, 0))
        elif words.fontFixedPitch():
            shape.setFont(chrome_font(0, MEDIUM))
            shape.setBackground(self._look.theme.hover)
        elif words.isAnchor():
            shape.setForeground(QBrush(self.palette().color(QPalette.ColorRole.Link)))
        cursor = QTextCursor(self.document())
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(shape)


def _level(block: QTextBlock) -> int:
    """Return the level of a heading; 0 of other blocks."""
    return block.blockFormat().headingLevel()


def _begins_with(block: QTextBlock, names: Sequence[str]) -> bool:
    """Tell whether the block is one of the names, or begins with one and goes on after it."""
    words = _name_of(block.text())
    return any(words == name or words.startswith((f"{name} ", f"{name}:", f"{name},")) for name in names)


def _name_of(text: str) -> str:
    return " ".join(folded(text).replace("_", " ").replace("-", " ").split())


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """Return the fragments as they are before any of them gets another format."""
    found, part = [], block.begin()
    while not part.atEnd():
        found.append(part.fragment())
        part += 1
    return found


def _seen(reference: re.Match[str]) -> str:
    """Return the reference, or an escape where its character is one that cannot be seen."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    letter = chr(number) if number <= sys.maxunicode else ""
    return visible(letter) if visible(letter) != letter else reference[0]
