"""View of a list: columns with headings that sort, as wide as the window allows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QStyleOptionViewItem, QWidget

from annotator.corpus.desk.table import CHANGES
from annotator.translation.messages import _
from annotator.ui.dialogs.lists_dialog.rows import NEW, OLD, ListRows
from annotator.ui.theme.fonts import STRONG, chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.widgets.lists.rows_view import RowDelegate, RowsView
from annotator.ui.widgets.words.line_of_text import paint_line

ROW_HEIGHT, HEADING, GAP = 30, 28, 8
LEAST_SHARE = 0.66
"""Smallest part of its width that a column has."""

Index = QModelIndex | QPersistentModelIndex


class ListDelegate(RowDelegate):
    """Painter of the cells; what is settled is muted, words that are to go are struck, their new ones strong."""

    def __init__(self, rows: ListRows, look: Look, parent: RowsView) -> None:
        super().__init__(look, parent)
        self._rows, self._view = rows, parent
        self._plain, self._struck, self._strong = chrome_font(), QFont(chrome_font()), chrome_font(0, STRONG)
        self._struck.setStrikeOut(True)

    def whole_row(self, option: QStyleOptionViewItem) -> QRectF:
        rect = QRectF(option.rect)
        rect.setLeft(0)
        rect.setWidth(self._view.viewport().width())
        return rect

    def has_focus(self, option: QStyleOptionViewItem, index: Index) -> bool:
        return self._view.hasFocus() and index.row() == self._view.current_row() and bool(option.state)

    def is_selected(self, option: QStyleOptionViewItem, index: Index) -> bool:  # noqa: ARG002  # by the row
        return self._view.selectionModel().isRowSelected(index.row(), QModelIndex())

    def paint_cell(self, painter: QPainter, rect: QRectF, index: Index, *, selected: bool) -> None:  # noqa: ARG002
        line, column = self._rows.lines[index.row()], index.column()
        font = self._font(column)
        painter.setFont(font)
        painter.setPen(self.theme.text if line.is_open and font is not self._struck else self.theme.muted)
        last = rect.right() >= self._view.viewport().width() - GAP
        room = placed(painter, rect.adjusted(_left(column), 0, -2 * GAP if last else -2, 0), rect)
        paint_line(painter, room, self._rows.shown_words(line, column), QFontMetricsF(font), leading=True)

    def _font(self, column: int) -> QFont:
        if self._rows.name != CHANGES:
            return self._plain
        return {OLD: self._struck, NEW: self._strong}.get(column, self._plain)


class ListHeadings(QHeaderView):
    """Headings whose words begin where those of the cells do."""

    def __init__(self, rows: ListRows, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = rows
        self.setObjectName("listHeadings")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setHighlightSections(False)
        self.setFont(small_font())
        self.setFixedHeight(HEADING)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the ground of the section as the style does, its words, and an arrow where the list is sorted by it."""
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect, option.text = rect, ""
        painter.save()
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        whole, words = QRectF(rect), _(self._rows.columns[section].heading)
        if self.sortIndicatorSection() == section:
            words += " ↓" if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else " ↑"
        room = placed(painter, whole.adjusted(_left(section), 0, -2, 0), whole)
        paint_line(painter, room, words, QFontMetricsF(self.font()), leading=True)
        painter.restore()


class ListTable(RowsView):
    """Table of the lines; a click on a heading sorts, a second one turns the order round, as does Ctrl+1 to 9."""

    def __init__(self, rows: ListRows, look: Look, parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, parent=parent)
        self._rows, self._with_article = rows, True
        self.setObjectName("listTable")
        self.setModel(rows)
        self.setItemDelegate(ListDelegate(rows, look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        across = ListHeadings(rows, self)
        self.setHorizontalHeader(across)
        across.show()
        across.sortIndicatorChanged.connect(rows.sort)
        look.changed.connect(self.viewport().update)

    def show_columns(self, title: str) -> None:
        """Give the columns of another list their widths, in the order in which it is made."""
        self.setAccessibleName(title)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._share_width()

    def show_article_column(self, *, on: bool) -> None:
        """Show the column of the article, the last, which says something in the lists of a folder only."""
        self._with_article = on
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def sort_by(self, column: int) -> None:
        """Sort by the column, or turn the order round where the list is sorted by it already."""
        if column >= len(self._rows.columns):
            return
        across, order = self.horizontalHeader(), Qt.SortOrder.AscendingOrder
        if across.sortIndicatorSection() == column and across.sortIndicatorOrder() == order:
            order = Qt.SortOrder.DescendingOrder
        across.setSortIndicator(column, order)

    def _share_width(self) -> None:
        """Give the columns their shares of the room; where there is far too little, they scroll."""
        columns = self._rows.columns
        shown = columns if self._with_article else columns[:-1]
        rigid = sum(column.width for column in shown if column.rigid)
        room, wanted = self.viewport().width() - rigid, sum(column.width for column in shown) - rigid
        share = max(room / wanted, LEAST_SHARE)
        for at, column in enumerate(columns):
            self.setColumnHidden(at, at >= len(shown))
            self.horizontalHeader().resizeSection(at, column.width if column.rigid else int(column.width * share))


def _left(column: int) -> int:
    return GAP if column else 2 * GAP
