"""One table with its title, its heads and what stands in its place where it is empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.model.scheme import Scheme
from annotator.session.fact_tables.lines import Line, Order, matching
from annotator.translation.messages import number
from annotator.ui.dialogs.figures_dialog.tables.columns import Column
from annotator.ui.dialogs.figures_dialog.tables.head_row import HeadRow
from annotator.ui.dialogs.figures_dialog.tables.line_rows import LineRows
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on
from annotator.ui.widgets.lists.empty_state import EmptyState, words
from annotator.ui.widgets.panel_header import muted_label, name_label

TITLE, SIDE = 36, 16


class TablePane(QWidget):
    """Table. ``ordered``: another Order is wanted. ``cleared``: the button that takes the filter away."""

    ordered = Signal(object)
    cleared = Signal()

    def __init__(self, name: str, columns: Sequence[Column], look: Look, parent: QWidget, badged: int = -1) -> None:
        super().__init__(parent)
        self._look, self._order, self._wanted = look, Order(), ""
        self._every: Sequence[Line] = ()
        self._scheme: Scheme | None = None
        self._no_line = "", ""
        self._title, self._facts = name_label(name, self), muted_label(self)
        self._row = QHBoxLayout()
        self.heads = HeadRow(columns, look, self)
        self.rows = LineRows(columns, look, self, badged)
        self.rows.setAccessibleName(name)
        self._empty = EmptyState(look, self)
        self._empty.chosen.connect(self.cleared)
        self.heads.chosen.connect(self._sort)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._lay_out()

    def add(self, widget: QWidget) -> None:
        """Append ``widget`` at the end of the title."""
        self._row.addWidget(widget)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Share the width among the columns anew."""
        self.heads.show_columns(columns)
        self.rows.show_columns(columns)

    def show_order(self, order: Order) -> None:
        """Show by which column the table is sorted."""
        self._order = order
        self.heads.show_order(order)

    def filter(self, wanted: str) -> None:
        """Show only the lines that have the words from now on."""
        self._wanted = wanted
        self._show()

    def show_lines(self, lines: Sequence[Line], scheme: Scheme | None, empty: tuple[str, str]) -> None:
        """Show those of the lines that match the filter; ``empty`` is a title and a hint where there is no line."""
        self._every, self._scheme, self._no_line = lines, scheme, empty
        self._show()

    def show_facts(self, count: int, facts: str) -> None:
        """Show the number of rows, and in which order they stand."""
        self._facts.show_forms(f"{number(count)} · {facts}", number(count))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line between the title and the heads."""
        painter_on(self).fillRect(QRectF(0, TITLE - 1, self.width(), 1), self._look.theme.border)

    def _lay_out(self) -> None:
        self._row.setContentsMargins(margins(SIDE, 0, SIDE, 0))
        self._row.setSpacing(10)
        self._row.addWidget(self._title)
        self._row.addWidget(self._facts, 1)
        title = QWidget(self)
        title.setLayout(self._row)
        title.setFixedHeight(TITLE)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        heads = QHBoxLayout()
        bar = self.rows.verticalScrollBar().sizeHint().width()
        heads.setContentsMargins(margins(0, 0, bar, 0))
        heads.addWidget(self.heads)
        column.addLayout(heads)
        column.addLayout(self._stack, 1)

    def _show(self) -> None:
        """Show the lines that match; no headings, where the filter has taken rows of their groups away."""
        wanted = self._wanted.strip()
        rows = [line for line in self._every if not line.is_heading] if wanted else self._every
        shown = matching(rows, wanted)
        self.rows.show_lines(shown, self._scheme)
        if not shown and rows:
            self._empty.say_no_match(wanted, "")
        elif not shown:
            title, hint = self._no_line
            self._empty.say(title, words(hint))
        self._stack.setCurrentWidget(self.rows if shown else self._empty)

    def _sort(self, column: int) -> None:
        """Sort by the column; sorted by it already, turn the order round, then go back to that of the text."""
        before = self._order
        if before.column != column:
            self.ordered.emit(Order(before.grouped, column))
        elif not before.down:
            self.ordered.emit(Order(before.grouped, column, down=True))
        else:
            self.ordered.emit(Order(before.grouped))
