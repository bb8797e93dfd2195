"""List view of the panels: rows of one height, each painted by a delegate."""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.model.visible import visible
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import row_focus, row_ground
from annotator.ui.theme.tokens import Theme

MARGIN = 16
Index = QModelIndex | QPersistentModelIndex
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
ONWARDS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_PageUp)
"""Keys that lead to the first row from before it."""
SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
"""Selection of one row in place of all others."""

WITHOUT_KEYPAD = ~Qt.KeyboardModifier.KeypadModifier
WITHOUT_TEXT = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)


class RowDelegate(QStyledItemDelegate):
    """Delegate that draws a row's background; subclasses draw the content in ``paint_row``."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setLayoutDirection(option.direction)
        selected, hovered = self.is_selected(option, index), self._hovered(option)
        rect = QRectF(option.rect)
        whole = self.whole_row(option)
        if whole != rect:
            painter.setClipRect(rect)
        if (selected or hovered) and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            row_ground(painter, whole, self._look.theme, selected=selected, hovered=hovered)
        self.paint_cell(painter, rect, index, selected=selected)
        if self.has_focus(option, index):
            row_focus(painter, whole, self._look.theme)
        painter.restore()

    def whole_row(self, option: QStyleOptionViewItem) -> QRectF:
        """Return the rectangle of the row; subclasses with several columns add what is beside the cell."""
        return QRectF(option.rect)

    def paint_cell(self, painter: QPainter, rect: QRectF, index: Index, *, selected: bool) -> None:
        """Draw the content of a cell within ``rect``; subclasses with several columns tell them apart."""
        self.paint_row(painter, rect, index.row(), selected=selected)

    @property
    def theme(self) -> Theme:
        return self._look.theme

    def is_selected(self, option: QStyleOptionViewItem, index: Index) -> bool:  # noqa: ARG002  # others go by the index
        """Return whether the row is drawn as selected; subclasses may decide by ``index``."""
        return bool(option.state & QStyle.StateFlag.State_Selected)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:
        """Draw the content of ``row`` within ``rect``."""
        raise NotImplementedError

    def has_focus(self, option: QStyleOptionViewItem, index: Index) -> bool:  # noqa: ARG002  # others go by the index
        """Return whether the row has the keyboard; subclasses with several columns go by ``index``."""
        return bool(option.state & QStyle.StateFlag.State_HasFocus)

    def _hovered(self, option: QStyleOptionViewItem) -> bool:
        return bool(option.state & QStyle.StateFlag.State_MouseOver)


class RowsView(QTableView):
    """List in one column, built on QTableView because Qt's list views lay out all rows again at every insertion.

    ``entered``: Enter on that row. ``deleted``: Delete or Backspace. ``left``: Escape. ``typed``: a printable
    character, which is not used for Qt's keyboard search.
    """

    entered = Signal(int)
    deleted = Signal()
    left = Signal()
    typed = Signal(str)

    def __init__(self, row_height: int, *, many: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mode = QAbstractItemView.SelectionMode
        self._empty = ""
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._paint_no_ground_of_its_own()
        self._hide_headers(row_height)

    def _hide_headers(self, row_height: int) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(1)
        down.setDefaultSectionSize(row_height)
        self.verticalScrollBar().setSingleStep(row_height)

    def _paint_no_ground_of_its_own(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 3 * self.verticalHeader().defaultSectionSize())

    def say_when_empty(self, sentence: str) -> None:
        """Show the sentence in place of rows wherever there are none."""
        self._empty = sentence
        self.setAccessibleDescription(sentence if self._is_empty() else "")
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the sentence of an empty list, and the focus around the list where no row can show it."""
        super().paintEvent(event)
        painter, room, delegate = QPainter(self.viewport()), self.viewport().rect(), self.itemDelegate()
        if self.hasFocus() and self.current_row() < 0 and isinstance(delegate, RowDelegate):
            row_focus(painter, QRectF(room).adjusted(0, 1, 0, -1), delegate.theme)
        if self._empty and self._is_empty():
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), flags, visible(self._empty))

    def _is_empty(self) -> bool:
        return self.model() is None or self.model().rowCount() == 0

    def current_row(self) -> int:
        """Return the current row, -1 for none."""
        return self.currentIndex().row()

    def selectRow(self, row: int) -> None:
        """Select the row alone; Qt looks for its column at a place that has none yet in a view from right to left."""
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), SELECT)

    def selected_rows(self) -> list[int]:
        """Return the numbers of the selected rows in order."""
        return [row for rows in self.selected_ranges() for row in rows]

    def selected_ranges(self) -> list[range]:
        """Return the runs of selected rows in order; rows between them that cannot be selected may be in them.

        Qt would give each selected row by itself, and asks the model five times about each.
        """
        runs = sorted((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())
        starts = [0, *(bottom + 1 for bottom in accumulate((bottom for _top, bottom in runs), max))]
        ranges = (range(max(top, start), bottom + 1) for (top, bottom), start in zip(runs, starts, strict=False))
        return [rows for rows in ranges if rows]

    def event(self, event: QEvent) -> bool:
        """Keep the keys that the list handles from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_plain(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ONWARDS and not event.modifiers() & WITHOUT_KEYPAD:
            self._step_before_first_row()
        if not _is_plain(event):
            super().keyPressEvent(event)
        elif event.key() in ENTER:
            if self.current_row() >= 0:
                self.entered.emit(self.current_row())
        elif event.key() in DELETE:
            self.deleted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isprintable() and event.text():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _step_before_first_row(self) -> None:
        """Let the next key lead to the first row, where only the focus has made it current: Qt would pass it over."""
        first = self.moveCursor(QAbstractItemView.CursorAction.MoveHome, Qt.KeyboardModifier.NoModifier)
        if not self.selectionModel().hasSelection() and self.currentIndex() == first:
            self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002  # Qt gives them
        """Return the row that a navigation key leads to, skipping rows that cannot be selected."""
        last = self.model().rowCount() - 1
        row = min(max(self.current_row() + self._steps(action, last), 0), last)
        onwards = -1 if self._steps(action, last) < 0 else 1
        for way in (onwards, -onwards):
            for candidate in range(row, last + 1 if way > 0 else -1, way):
                index = self.model().index(candidate, 0)
                if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                    return index
        return self.currentIndex()

    def _steps(self, action: QAbstractItemView.CursorAction, last: int) -> int:
        moves = QAbstractItemView.CursorAction
        page = max(self.viewport().height() // max(self.verticalHeader().defaultSectionSize(), 1) - 1, 1)
        steps = {
            moves.MoveUp: -1,
            moves.MovePrevious: -1,
            moves.MoveDown: 1,
            moves.MoveNext: 1,
            moves.MovePageUp: -page,
            moves.MovePageDown: page,
            moves.MoveHome: -last - 1,
            moves.MoveEnd: last + 1,
        }
        return steps.get(action, 0)


def _is_plain(event: QKeyEvent) -> bool:
    """Return whether the list handles the key: Enter, Delete, Escape or a character, without Ctrl, Alt or Meta."""
    own = event.key() in (*ENTER, *DELETE, Qt.Key.Key_Escape)
    writes = bool(event.text()) and event.text().isprintable()
    return not event.modifiers() & WITHOUT_TEXT and (own or writes)
