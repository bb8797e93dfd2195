"""View of the lines of a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QWidget

from annotator.model.scheme import Scheme
from annotator.session.fact_tables.lines import Line
from annotator.ui.dialogs.figures_dialog.tables.columns import MARK, Column
from annotator.ui.dialogs.figures_dialog.tables.row_delegate import LineDelegate
from annotator.ui.dialogs.figures_dialog.tables.rows_model import LinesModel
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.rows_view import RowsView

ROW_HEIGHT = 30


class LineRows(RowsView):
    """Rows of one table. ``went``: the row of the contents that has become current. ``boxed``: a click on its box."""

    went = Signal(int)
    boxed = Signal(int)

    def __init__(self, columns: Sequence[Column], look: Look, parent: QWidget, badged: int = -1) -> None:
        super().__init__(ROW_HEIGHT, parent=parent)
        self._quiet = False
        self._lines = LinesModel(self)
        self._delegate = LineDelegate(self._lines, columns, look, self, badged)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self._tell(now.row()))
        look.changed.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[Line], scheme: Scheme | None) -> None:
        """Show ``lines`` in place of all others; the row of the contents that is current stays so."""
        row, top = self.row, self.verticalScrollBar().value()
        self._delegate.scheme = scheme
        self._quiet = True
        self._lines.show_rows(lines)
        self._quiet = False
        self.go_to(row, quietly=True)
        self.verticalScrollBar().setValue(top)

    @property
    def row(self) -> int:
        """The row of the contents that is current; -1 for none."""
        return self.row_at(self.current_row())

    def row_at(self, line: int) -> int:
        """Return the row of the contents in that line; -1 for none."""
        return self._lines.rows[line].row if 0 <= line < self._lines.rowCount() else -1

    def go_to(self, row: int, *, quietly: bool = False) -> None:
        """Make that row of the contents current and scroll it into view, if it is shown."""
        line = next((number for number, line in enumerate(self._lines.rows) if line.row == row >= 0), -1)
        if line < 0:
            return
        self._quiet = quietly
        self.selectRow(line)
        self._quiet = False
        self.scrollTo(self._lines.index(line))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._box(self.visualRect(index)).contains(event.position().toPoint()):
            self.boxed.emit(self.row_at(index.row()))

    def _box(self, row: QRect) -> QRect:
        left = row.right() - MARK if self.isRightToLeft() else row.left()
        return QRect(left, row.top(), MARK, row.height())

    def _tell(self, line: int) -> None:
        if (row := self.row_at(line)) >= 0 and not self._quiet:
            self.went.emit(row)
