"""Editing of a cell of the board in place: what is typed is the value of all selected rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.language.values.typed import value_text
from annotator.session.board.board import Board
from annotator.session.board.changes import BoardChanges
from annotator.session.board.documents import BoardDocuments
from annotator.session.board.titles import column_title
from annotator.session.editing.values.attribute_words import separators
from annotator.session.editing.values.values import typed_value
from annotator.ui.board.column_painter import BADGE_LEFT
from annotator.ui.board.rows import BoardRows
from annotator.ui.theme.paint import LIST_BADGE

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
LEAST = 200


class CellField(QLineEdit):
    """Field over a cell. ``entered``: Enter, or the field is left. ``escaped``: Escape."""

    entered = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("boardCell")
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that end the editing from the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in KEYS:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.entered.emit()


class CellEditing(QObject):
    """Open a field over the cell of the current row. ``said``: a sentence on what was typed.

    The field opens as soon as the row's document is read, as a cell shows only the beginning of a long value. The words
    in full are those of the current row alone, any other value is that of all selected rows.
    """

    said = Signal(str)

    def __init__(self, board: Board, changes: BoardChanges, documents: BoardDocuments, rows: BoardRows) -> None:
        super().__init__(rows)
        self._board, self._changes, self._documents, self._rows = board, changes, documents, rows
        self._field = CellField(rows.viewport())
        self._column: BoardColumn | None = None
        self._keys: Sequence[tuple[str, str]] = ()
        self._before = ""
        self._field.entered.connect(self._enter)
        self._field.escaped.connect(self._close)
        documents.came.connect(self._open)
        for moved in (rows.verticalScrollBar().valueChanged, rows.horizontalScrollBar().valueChanged):
            moved.connect(self._place)
        rows.headings.sectionResized.connect(self._place)
        rows.model().modelReset.connect(self._place)

    def begin(self, column: BoardColumn) -> None:
        """Edit the cell of the column in the current row, unless it is another annotator's, which is said."""
        row = self._rows.row
        if row < 0 or not self._changes.tell_whose([row]):
            return
        chosen = [row] if column.kind is ColumnKind.WORDS else [row, *(one for one in self._rows.rows() if one != row)]
        table = self._board.table
        self._column, self._keys = column, [(table.document(one).sidecar, table.ids[one]) for one in chosen]
        self._open()

    def _open(self) -> None:
        """Show the field, once the value is known."""
        row = self._row
        if self._column is None or not self._field.isHidden() or row < 0:
            return
        known = self._documents.annotation(row)
        if known is None or self._column.rule is None:
            return
        document, annotation = known
        value = annotation.attributes.get(self._column.attribute)
        words = document.words(annotation) if value is None and self._column.kind is ColumnKind.WORDS else None
        self._before = words or value_text(value, self._column.rule, separators())
        self._field.setText(self._before)
        self._field.setAccessibleName(column_title(self._column))
        self._place()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def _enter(self) -> None:
        """Set what was typed; what is no value of the type is said, and the field stays."""
        column, text = self._column, self._field.text()
        if column is None or column.rule is None or text == self._before:
            self._close()
            return
        value, wrong = typed_value(text, column.rule)
        if wrong:
            self.said.emit(wrong)
            return
        rows = [row for key in self._keys if (row := self._board.row_of(*key)) >= 0]
        self._close()
        self._changes.set(rows, column, value)

    def _close(self) -> None:
        had_keyboard, self._column = self._field.hasFocus(), None
        self._field.hide()
        if had_keyboard:
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _row(self) -> int:
        return self._board.row_of(*self._keys[0]) if self._keys else -1

    def _place(self) -> None:
        """Put the field over its cell, wherever that is now."""
        line = self._board.arrangement.line_of(self._row) if self._column and self._row >= 0 else -1
        if self._column is None or line < 0:
            return
        at, leftwards = self._rows.shown_columns.index(self._column), self._rows.isRightToLeft()
        cell = self._rows.visualRect(self._rows.model().index(line, at)).adjusted(0, 1, 0, -2)
        begin = 0 if at else BADGE_LEFT + LIST_BADGE
        wider = max(LEAST - cell.width() + begin, 0)
        over = cell.adjusted(-wider, 0, -begin, 0) if leftwards else cell.adjusted(begin, 0, wider, 0)
        self._field.setGeometry(_within(over, self._rows.viewport().rect()))


def _within(rect: QRect, whole: QRect) -> QRect:
    """Return the rectangle, moved sideways as far as it has to be to lie in the whole."""
    over = max(rect.right() - whole.right(), 0)
    moved = rect.translated(-over, 0)
    return moved.translated(max(whole.left() - moved.left(), 0), 0)
