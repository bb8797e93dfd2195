"""View of one page of the handbook, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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

from annotator.ui.theme.fonts import MEDIUM, STRONG, chrome_font
from annotator.ui.theme.look import Look

MARGIN, INDENT, ITEM, CELL, LINE_HEIGHT = 28, 26, 3, 5, 145
"""Pixels around the page, before lists, above and below their items, around cells; line height in per cent."""

HEADINGS = {1: 2, 2: 1}
"""Steps by which headings are larger than the text, by level."""

FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class PageView(QTextBrowser):
    """Text of a page. ``page_requested``: name of the page that a link leads to. Nothing is loaded from anywhere."""

    page_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("handbookPage")
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(chrome_font(1))
        self.document().setDocumentMargin(MARGIN)
        self.document().setIndentWidth(INDENT)
        self.anchorClicked.connect(lambda url: self.page_requested.emit(url.path()))

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Return nothing, whatever a page asks for."""
        return None

    def show_text(self, title: str, text: str) -> None:
        """Show a page from its beginning."""
        self.setAccessibleName(title)
        self.document().setMarkdown(text, FEATURES)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for block in _blocks(self.document()):
            self._dress(QTextCursor(block), block)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def light(self, words: Sequence[str]) -> None:
        """Light every match of the words, and show the first."""
        found = sorted((cursor for word in words for cursor in self._matches(word)), key=QTextCursor.selectionStart)
        self.setExtraSelections([self._lit(cursor) for cursor in found])
        if found:
            first = QTextCursor(found[0])
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def _matches(self, word: str) -> Iterator[QTextCursor]:
        cursor = self.document().find(word)
        while not cursor.isNull():
            yield QTextCursor(cursor)
            cursor = self.document().find(word, cursor)

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
