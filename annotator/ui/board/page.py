"""Page of the board: header, rows, and the current row in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.session.board.board import Board
from annotator.session.board.changes import BoardChanges
from annotator.session.board.csv_file import board_text
from annotator.session.board.documents import BoardDocuments
from annotator.session.board.sorting import with_level
from annotator.translation.messages import ngettext, number
from annotator.ui.board.cell_editing import CellEditing
from annotator.ui.board.empty_words import say_why_empty
from annotator.ui.board.foot import BoardFoot, FootParts
from annotator.ui.board.header import NARROW, BoardHeader
from annotator.ui.board.key_mode import KeyMode, is_own_key, is_redo
from annotator.ui.board.model import BoardModel
from annotator.ui.board.rows import BoardRows
from annotator.ui.board.seeking import RowSeeking
from annotator.ui.board.strip import BoardStrip
from annotator.ui.board.value_setting import ValueSetting
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.empty_state import EmptyState

LEAST, SOON_MS = 200, 150


class BoardParts(NamedTuple):
    """The board, what changes it, and the documents of its rows."""

    board: Board
    changes: BoardChanges
    documents: BoardDocuments


class BoardPage(QWidget):
    """The board of a folder. ``went``: a row whose article is to be opened. ``left``: back to the article.

    ``saved``: the board is to be saved as a CSV file. ``columns_chosen``: the ids of the columns, in order.
    ``widened``: a column’s id and its width. ``said``: a sentence for the status bar.
    """

    went = Signal(int)
    left = Signal()
    saved = Signal()
    columns_chosen = Signal(tuple)
    widened = Signal(str, int)
    said = Signal(str)

    def __init__(self, parts: BoardParts, look: Look, clock: Callable[[], str], font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        board, self._changes, documents = parts
        self._board, self._clock = board, clock
        self.model = BoardModel(board, clock, self)
        self.header = BoardHeader(board, look, self)
        self.rows = BoardRows(board, self.model, look, clock, self)
        self._strip = BoardStrip(look, font, self)
        self._keys = KeyMode(self)
        self._foot = BoardFoot(board, documents, FootParts(self._strip, self.rows, self._keys), look, clock)
        editing = CellEditing(board, self._changes, documents, self.rows)
        self._values = ValueSetting(board, self._changes, editing, self.rows)
        self.seeking = RowSeeking(board, self.rows)
        self._empty = EmptyState(look, self)
        self._middle = QStackedWidget(self)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.header.refresh)
        self._chosen_columns: Mapping[str, Sequence[str]] = {}
        self.setObjectName("boardPage")
        self.setMinimumSize(LEAST, LEAST)
        self._lay_out()
        self._connect()

    def show_columns(self, chosen: Mapping[str, Sequence[str]], widths: Mapping[str, int]) -> None:
        """Show the columns that the user has chosen for each label, with these widths by their ids."""
        self._chosen_columns = chosen
        self.rows.widths.show(widths, self.rows.viewport().width())
        self._show_board()

    def take_keyboard(self) -> None:
        """Put the keyboard into the rows."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rows.go_to_first()

    # making

    def _lay_out(self) -> None:
        self._middle.addWidget(self.rows)
        self._middle.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._middle, 1)
        column.addWidget(self._strip)

    def _connect(self) -> None:
        board, rows, header, heads = self._board, self.rows, self.header, self.rows.headings
        board.reset.connect(self._show_board)
        board.counted.connect(self._show_counts)
        board.rearranged.connect(self._show_counts)
        board.altered.connect(self._show_altered)
        header.filtered.connect(lambda filter: board.show_as(filter=filter))
        header.columns_chosen.connect(self.columns_chosen)
        header.went_down.connect(self.take_keyboard)
        header.left.connect(self.take_keyboard)
        header.saved.connect(self.saved)
        rows.entered.connect(self._enter)
        rows.left.connect(self._leave)
        rows.typed.connect(self._type)
        rows.undone.connect(self._changes.undo)
        rows.redone.connect(self._changes.redo)
        rows.copied.connect(self._copy)
        rows.searched.connect(header.focus_filter)
        rows.widths.widened.connect(self.widened)
        heads.chosen.connect(self._sort)
        heads.moved.connect(self._move_column)
        heads.hidden.connect(self._hide_column)
        heads.left.connect(self.take_keyboard)
        heads.customContextMenuRequested.connect(self._open_head_menu)
        self._keys.chosen.connect(self._values.set)
        self._empty.chosen.connect(header.clear_filter)
        self._values.said.connect(self.said)
        self._values.passed.connect(self._enter)

    # what is shown

    def _show_board(self) -> None:
        """Show the columns of the label, those that were chosen for it or the usual ones."""
        every = {column.id: column for column in self._board.table.columns}
        chosen = [id for id in self._chosen_columns.get(self._board.label, ()) if id in every]
        shown = chosen or [column.id for column in every.values() if column.usual]
        self.model.show_columns([every[id] for id in shown])
        self.rows.headings.levels = self._board.view.levels
        self._keys.show_columns(self._board.table.columns)
        self.header.show_board(shown)
        self._show_counts()

    def _show_counts(self) -> None:
        self.rows.headings.levels = self._board.view.levels
        if not self._board.filling.busy:
            self.header.refresh()
        elif not self._soon.isActive():
            self._soon.start()  # numbers that change all the time are shown now and then
        had_rows, has_rows = self._middle.currentWidget() is self.rows, self._board.arrangement.count > 0
        if not has_rows:
            say_why_empty(self._empty, self._board)
        self._middle.setCurrentWidget(self.rows if has_rows else self._empty)
        if has_rows and not had_rows and self.isVisible() and not self.header.hasFocus():
            self.take_keyboard()
        if not self._board.filling.busy or not had_rows:
            self._foot.refresh()

    def _show_altered(self) -> None:
        self.rows.viewport().update()
        self._foot.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fold(on=self.width() < NARROW)

    # keys

    def event(self, event: QEvent) -> bool:
        """Keep keys from the article that would change it unseen."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and is_own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._changes.undo()
        elif is_redo(event):
            self._changes.redo()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.header.focus_filter()
        elif not is_own_key(event):
            super().keyPressEvent(event)

    def _type(self, text: str) -> None:
        if text == "/" and not self._keys.first:
            self.header.focus_filter()
        else:
            self._keys.press(text)

    def _leave(self) -> None:
        if not self._keys.leave():
            self.left.emit()

    def _enter(self, line: int) -> None:
        arrangement = self._board.arrangement
        if group := arrangement.group(line):
            self.rows.close_group(line, closed=group.key not in arrangement.closed)
        elif arrangement.row(line) >= 0:
            self.went.emit(arrangement.row(line))

    # what is done

    def _sort(self, column: int, alone: bool) -> None:
        if 0 <= column < len(self.model.shown):
            levels = with_level(self._board.view.levels, self.model.shown[column].id, alone=alone)
            self._board.show_as(levels=levels)
            self.rows.headings.go_to(column)

    def _copy(self) -> None:
        rows = self.rows.rows()
        QGuiApplication.clipboard().setText(board_text(self._board.table, self.model.shown, rows, self._clock()))
        copied = ngettext("Copied {count} row", "Copied {count} rows", len(rows))
        self.said.emit(copied.format(count=number(len(rows))))

    def _move_column(self, at: int, step: int) -> None:
        ids, to = [column.id for column in self.model.shown], at + step
        if 0 <= to < len(ids):
            ids[at], ids[to] = ids[to], ids[at]
            self.columns_chosen.emit(tuple(ids))
            self.rows.headings.go_to(to)

    def _hide_column(self, at: int) -> None:
        ids = [column.id for column in self.model.shown]
        if len(ids) > 1:
            self.columns_chosen.emit(tuple(id for number, id in enumerate(ids) if number != at))

    def _open_head_menu(self, at: QPoint) -> None:
        self.header.columns_menu().popup(self.rows.headings.mapToGlobal(at))
