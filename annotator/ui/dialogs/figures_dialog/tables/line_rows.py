"""View of the lines of a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QWidget

from annotator.facts.finding import Place
from annotator.model.scheme import Scheme
from annotator.session.fact_tables.found import Key, place_key
from annotator.session.fact_tables.lines import Line
from annotator.ui.dialogs.figures_dialog.tables.columns import MARK, Column
from annotator.ui.dialogs.figures_dialog.tables.row_delegate import LineDelegate
from annotator.ui.dialogs.figures_dialog.tables.rows_model import LinesModel
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.rows_view import RowsView

ROW_HEIGHT = 30


class LineRows(RowsView):
    """Rows of one table. ``went``: the Line that has become current. ``boxed``: the one whose box was clicked."""

    went = Signal(object)
    boxed = Signal(object)

    def __init__(self, columns: Sequence[Column], look: Look, parent: QWidget, badged: int = -1) -> None:
        super().__init__(ROW_HEIGHT, parent=parent)
        self._quiet, self._numbers = False, dict[Key, int]()
        self._lines = LinesModel(self)
        self._delegate = LineDelegate(self._lines, columns, look, self, badged)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self._tell(now.row()))
        look.changed.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[Line], scheme: Scheme | None) -> None:
        """Show ``lines`` in place of all others; the row that is current stays so."""
        current, top = self.line, self.verticalScrollBar().value()
        self._delegate.scheme = scheme
        self._numbers = {place_key(line.places[0]): number for number, line in enumerate(lines) if line.places}
        self._quiet = True
        self._lines.show_rows(lines)
        self._quiet = False
        if current:
            self.go_to(current.places[0])
        self.verticalScrollBar().setValue(top)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Share the width among the columns anew."""
        self._delegate.columns = columns
        self.viewport().update()

    @property
    def line(self) -> Line | None:
        """The current line; None if there is none."""
        return self._line_at(self.current_row())

    def go_to(self, place: Place | None) -> None:
        """Make the row current that has the place as its first and scroll it into view; none where none has it."""
        number = self._numbers.get(place_key(place), -1) if place else -1
        if number == self.current_row() and self.selectionModel().hasSelection() == (number >= 0):
            return
        self._quiet = True
        if number < 0:
            self.clearSelection()
        else:
            self.selectRow(number)
            self.scrollTo(self._lines.index(number))
        self._quiet = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._box(self.visualRect(index)).contains(event.position().toPoint()):
            self.boxed.emit(self._line_at(index.row()))

    def _box(self, row: QRect) -> QRect:
        left = row.right() - MARK if self.isRightToLeft() else row.left()
        return QRect(left, row.top(), MARK, row.height())

    def _line_at(self, number: int) -> Line | None:
        found = self._lines.rows[number] if 0 <= number < self._lines.rowCount() else None
        return found if found and not found.is_heading else None

    def _tell(self, number: int) -> None:
        line = self._line_at(number)
        is_chosen = self.selectionModel().isSelected(self.currentIndex())  # the focus alone makes a row current too
        if line and is_chosen and not self._quiet:
            self.went.emit(line)
