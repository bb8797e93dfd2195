"""Rows of the board: keys, groups that close and open, and widths of the columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHoverEvent, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from annotator.facts.board.columns import BoardColumn
from annotator.session.board.board import Board
from annotator.translation.messages import _
from annotator.ui.board.column_painter import ROW_HEIGHT, Cell
from annotator.ui.board.headings import BoardHeadings
from annotator.ui.board.key_mode import is_redo
from annotator.ui.board.line_painter import LinePainter, PaintedLine
from annotator.ui.board.model import BoardModel
from annotator.ui.board.widths import ColumnWidths
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on
from annotator.ui.theme.paint import row_focus, row_ground
from annotator.ui.widgets.keyboard import sideways_step
from annotator.ui.widgets.lists.rows_view import SELECT, RowsView

HELD = ~Qt.KeyboardModifier.KeypadModifier


class BoardRows(RowsView):
    """View of the board. ``undone``: Ctrl+Z, ``redone``: Ctrl+Y or Ctrl+Shift+Z, ``copied``: Ctrl+C.

    ``searched``: Ctrl+F or “/”. ``values_asked``: F2, or a double click on a cell, whose column it is; -1 for none.
    ``widths`` are those of the columns.
    """

    undone = Signal()
    redone = Signal()
    copied = Signal()
    searched = Signal()
    values_asked = Signal(int)

    def __init__(self, board: Board, model: BoardModel, look: Look, clock: Callable[[], str], parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, many=True, parent=parent)
        self._board, self._model, self._look, self._clock = board, model, look, clock
        self._painter, self._hovered = LinePainter(board, look), -1
        self._chosen: list[int] = []
        self._current, self._top = -1, 0
        self.setObjectName("boardRows")
        self.setAccessibleName(_("Board"))
        self.setModel(model)
        self.headings = BoardHeadings(model, look, self)
        self.setHorizontalHeader(self.headings)
        self.headings.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.widths = ColumnWidths(self.headings, model)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        model.modelAboutToBeReset.connect(self._note_place)
        model.modelReset.connect(self._restore_place)
        look.changed.connect(self.viewport().update)
        self.horizontalScrollBar().valueChanged.connect(lambda: self.viewport().update())  # headings stay in sight

    # what is chosen

    def rows(self) -> list[int]:
        """Return the selected rows of the board, without headings."""
        found = (self._board.arrangement.row(line) for line in self.selected_rows())
        return [row for row in found if row >= 0]

    @property
    def row(self) -> int:
        """The current row of the board; -1 for none."""
        return self._board.arrangement.row(self.current_row())

    @property
    def shown_columns(self) -> Sequence[BoardColumn]:
        """Columns that are shown, in their order."""
        return self._model.shown

    def go_to_row(self, row: int) -> None:
        """Select that row of the board, opening its group, unless the filter hides it."""
        self._board.open_group_of(row)
        line = self._board.arrangement.line_of(row)
        if line >= 0:
            self.selectRow(line)
            self.scrollTo(self._model.index(line, 0), QTableView.ScrollHint.PositionAtCenter)

    def go_to_first(self) -> None:
        """Select the first row, if none is selected."""
        if not self.selectionModel().hasSelection() and self._model.rowCount():
            self.selectRow(1 if self._board.arrangement.group(0) and self._model.rowCount() > 1 else 0)

    def _note_place(self) -> None:
        self._chosen, self._current = self.rows(), self.row
        self._top = self.verticalScrollBar().value()

    def _restore_place(self) -> None:
        """Select the rows that were, where they are now."""
        self.widths.divide(self.viewport().width())
        selection, last = QItemSelection(), self._model.columnCount() - 1
        for line in self._board.arrangement.lines_of(self._chosen):
            selection.select(self._model.index(line, 0), self._model.index(line, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        line = self._board.arrangement.line_of(self._current) if self._current >= 0 else -1
        if line >= 0:
            self.selectionModel().setCurrentIndex(
                self._model.index(line, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.verticalScrollBar().setValue(self._top)
        if line >= 0:
            self.scrollTo(self._model.index(line, 0))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines by themselves: Qt would ask for each cell of each, which takes many times as long."""
        painter, theme = painter_on(self.viewport()), self._look.theme
        lines = self._lines_in(event.rect())
        for line, whole, selected in lines:
            row_ground(painter, whole, theme, selected=selected, hovered=line == self._hovered)
        self._painter.paint(painter, lines, self._cells(), self._clock())
        current = self.current_row() if self.hasFocus() else -1
        for line, whole, _selected in lines:
            if line == current:
                row_focus(painter, whole, theme)

    def _lines_in(self, rect: QRect) -> list[PaintedLine]:
        """Return the lines that are seen in that part of the viewport; a heading is as wide as this."""
        first, row_sides, seen = max(self.rowAt(rect.top()), 0), self._sides(), (0, self.viewport().width())
        top = self.rowViewportPosition(first)
        after = min(self._model.rowCount(), first + (rect.bottom() - top) // ROW_HEIGHT + 1)
        chosen = [rows for rows in self.selected_ranges() if rows.start < after and rows.stop > first]
        lines = []
        for line in range(first, after):
            left, width = row_sides if self._board.arrangement.row(line) >= 0 else seen
            whole = QRectF(left, top + ROW_HEIGHT * (line - first), width, ROW_HEIGHT)
            lines.append(PaintedLine(line, whole, selected=any(line in rows for rows in chosen)))
        return lines

    def _sides(self) -> tuple[int, int]:
        """Return the left side and the width of a line, which may begin or end out of sight."""
        seen, offset = self.viewport().width(), self.headings.offset()
        width = max(seen, self.headings.length())
        return (seen - width + offset if self.isRightToLeft() else -offset), width

    def _cells(self) -> list[Cell]:
        heads, shown = self.headings, enumerate(self._model.shown)
        return [
            Cell(column, heads.sectionViewportPosition(at), heads.sectionSize(at), is_first=at == 0)
            for at, column in shown
        ]

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the line that the mouse is over."""
        if isinstance(event, QHoverEvent):
            line = -1 if event.type() == QEvent.Type.HoverLeave else self.rowAt(event.position().toPoint().y())
            if line != self._hovered:
                self._hovered = line
                self.viewport().update()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widths.divide(self.viewport().width())

    # keys and mouse

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the board from the shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = sideways_step(Qt.Key(event.key()), self)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif is_redo(event):
            self.redone.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.searched.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.values_asked.emit(-1)
        elif step and not event.modifiers() & HELD:
            self.close_group(self.current_row(), closed=step < 0)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close or open a group where its heading is pressed; it is not selected by that."""
        line = self.rowAt(event.position().toPoint().y())
        group = self._board.arrangement.group(line) if line >= 0 else None
        if group and event.button() == Qt.MouseButton.LeftButton:
            self.close_group(line, closed=group.key not in self._board.arrangement.closed)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for a value where a cell is clicked twice."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._board.arrangement.row(index.row()) >= 0:
            self.values_asked.emit(index.column())

    def close_group(self, line: int, *, closed: bool) -> None:
        """Close the group of the line and go to its heading, or open it and go to its first row."""
        arrangement = self._board.arrangement
        heading = arrangement.heading_above(line) if line >= 0 else -1
        group = arrangement.group(heading) if heading >= 0 else None
        if group is None or (group.key in arrangement.closed) == closed:
            return
        self._board.close_groups(arrangement.closed ^ {group.key})
        index = self._model.index(heading if closed else heading + 1, 0)
        self.selectionModel().setCurrentIndex(index, SELECT)
        self.scrollTo(index)

    @staticmethod
    def _takes(event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        own = any(event.matches(key) for key in (keys.Undo, keys.Copy, keys.Find))
        return own or event.key() == Qt.Key.Key_F2 or is_redo(event)
