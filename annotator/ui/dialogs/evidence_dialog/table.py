"""View of the list of evidence: columns with headings that sort."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QStyleOptionViewItem, QWidget

from annotator.storage.evidence.states import THERE
from annotator.translation.messages import _
from annotator.ui.dialogs.evidence_dialog.rows import COLUMNS, EvidenceRows
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.widgets.lists.rows_view import RowDelegate, RowsView
from annotator.ui.widgets.words.line_of_text import paint_line

ROW_HEIGHT, HEADING, GAP, FILE = 30, 28, 8, 9
Index = QModelIndex | QPersistentModelIndex


class EvidenceDelegate(RowDelegate):
    """Painter of the cells."""

    def __init__(self, rows: EvidenceRows, look: Look, parent: RowsView) -> None:
        super().__init__(look, parent)
        self._rows, self._view, self._font = rows, parent, chrome_font()

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
        one, theme = self._rows.rows[index.row()], self.theme
        wrong = index.column() == FILE and one.file.state not in ("", THERE)
        painter.setFont(self._font)
        painter.setPen(theme.error if wrong else theme.text if index.column() < 2 else theme.muted)
        room = placed(painter, rect.adjusted(_left(index.column()), 0, -2, 0), rect)
        text = COLUMNS[index.column()].text(one)
        paint_line(painter, room, text, QFontMetricsF(self._font), leading=True)


class EvidenceHeadings(QHeaderView):
    """Headings whose words begin where those of the cells do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("evidenceHeadings")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setHighlightSections(False)
        self.setFont(small_font())
        self.setFixedHeight(HEADING)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the ground of the section as the style does, its words, and an arrow where the table is sorted by it."""
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect, option.text = rect, ""
        painter.save()
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        whole = QRectF(rect)
        words = _(COLUMNS[section].heading)
        if self.sortIndicatorSection() == section:
            words += " ↓" if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else " ↑"
        room = placed(painter, whole.adjusted(_left(section), 0, -2, 0), whole)
        paint_line(painter, room, words, QFontMetricsF(self.font()), leading=True)
        painter.restore()


def _left(column: int) -> int:
    return GAP if column else 2 * GAP


class EvidenceTable(RowsView):
    """Table of the pieces; a click on a heading sorts, a second one turns the order round, as does Ctrl+1 to 9."""

    def __init__(self, rows: EvidenceRows, look: Look, parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, parent=parent)
        self._rows = rows
        self.setObjectName("evidenceTable")
        self.setAccessibleName(_("Evidence"))
        self.setModel(rows)
        self.setItemDelegate(EvidenceDelegate(rows, look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        across = EvidenceHeadings(self)
        self.setHorizontalHeader(across)
        across.show()
        for number, column in enumerate(COLUMNS):
            across.resizeSection(number, column.width)
        across.sortIndicatorChanged.connect(rows.sort)
        look.changed.connect(self.viewport().update)

    def show_article_column(self, *, on: bool) -> None:
        """Show the column of the article, which says something in the list of the folder only."""
        self.setColumnHidden(len(COLUMNS) - 1, not on)

    def sort_by(self, column: int) -> None:
        """Sort by the column, or turn the order round where the table is sorted by it already."""
        across = self.horizontalHeader()
        order = Qt.SortOrder.AscendingOrder
        if across.sortIndicatorSection() == column and across.sortIndicatorOrder() == order:
            order = Qt.SortOrder.DescendingOrder
        across.setSortIndicator(column, order)
