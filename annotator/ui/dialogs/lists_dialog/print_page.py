"""A list as a page to be printed: its title, what it is of, and a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from annotator.corpus.desk.table import CALLS
from annotator.model.visible import visible
from annotator.session.desk_lists.columns import TITLES, Column, columns_of
from annotator.session.desk_lists.lines import ListLine, contact_words, source_of
from annotator.storage.program.contacts import Contact
from annotator.translation.messages import _
from annotator.ui.theme.fonts import STRONG

TITLE, HEADING, CELL_PADDING, BEFORE = 1.6, 1.2, 4, 14
"""Sizes of headings as multiples of the font's, and distances in pixels of the page."""


def printed(
    name: str,
    of: str,
    lines: Sequence[ListLine],
    contact: Callable[[ListLine], Contact | None],
    *,
    whole_folder: bool,
) -> QTextDocument:
    """Return the list of that name as a document; ``of`` is what it is of. Contacts are printed in the call sheet.

    The articles of the rows are printed for a ``whole_folder``.
    """
    document = QTextDocument()
    option = QTextOption()
    option.setTextDirection(QGuiApplication.layoutDirection())
    document.setDefaultTextOption(option)
    page = _Page(document)
    page.add_line(_(TITLES[name]), TITLE)
    page.add_line(of)
    shown = columns_of(name)[: None if whole_folder else -1]
    if name != CALLS:
        page.add_table(shown, [line.cells for line in lines])
    for source, some in _by_source(lines).items() if name == CALLS else ():
        page.add_line(source, HEADING)
        if words := contact_words(contact(some[0])):
            page.add_line(words)
        page.add_table(shown[1:], [line.cells[1:] for line in some])
    return document


class _Page:
    """Lines and tables, added at the end of a document."""

    def __init__(self, document: QTextDocument) -> None:
        self._cursor, self._size = QTextCursor(document), document.defaultFont().pointSizeF()
        self._is_empty = True

    def add_line(self, words: str, size: float = 1.0) -> None:
        """Add a line; one of another ``size`` is a heading."""
        block, shape = QTextBlockFormat(), QTextCharFormat()
        shape.setFontPointSize(size * self._size)
        if size != 1.0:
            shape.setFontWeight(STRONG)
            block.setTopMargin(0 if self._is_empty else BEFORE)
        if self._is_empty:
            self._cursor.setBlockFormat(block)
            self._cursor.setCharFormat(shape)
        else:
            self._cursor.insertBlock(block, shape)
        self._cursor.insertText(visible(words), shape)
        self._is_empty = False

    def add_table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """Add a table with its headings, which stand on each page that it goes on to."""
        form = QTextTableFormat()
        form.setHeaderRowCount(1)
        form.setCellPadding(CELL_PADDING)
        form.setCellSpacing(0)
        form.setBorderCollapse(True)
        percent, width = QTextLength.Type.PercentageLength, sum(column.width for column in columns)
        form.setWidth(QTextLength(percent, 100))
        form.setColumnWidthConstraints([QTextLength(percent, 100 * column.width / width) for column in columns])
        self._cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        table = self._cursor.insertTable(len(rows) + 1, len(columns), form)
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        for at, column in enumerate(columns):
            table.cellAt(0, at).firstCursorPosition().insertText(_(column.heading), strong)
        for row, cells in enumerate(rows, start=1):
            for at, cell in enumerate(cells[: len(columns)]):
                table.cellAt(row, at).firstCursorPosition().insertText(visible(cell))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)


def _by_source(lines: Sequence[ListLine]) -> dict[str, list[ListLine]]:
    groups: dict[str, list[ListLine]] = {}
    for line in lines:
        groups.setdefault(source_of(line), []).append(line)
    return groups
