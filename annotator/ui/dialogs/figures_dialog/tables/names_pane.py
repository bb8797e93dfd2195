"""Table of names."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.facts.finding import Place
from annotator.facts.names.rows import NameRow
from annotator.session.fact_tables.fact_tables import FactTables
from annotator.session.fact_tables.lines import Line, Order, sorted_lines
from annotator.session.fact_tables.name_lines import COLUMNS, NAME, ticked_count
from annotator.translation.messages import N_, _, number
from annotator.ui.dialogs.figures_dialog.tables.columns import Column
from annotator.ui.dialogs.figures_dialog.tables.table_pane import TablePane
from annotator.ui.theme.look import Look
from annotator.ui.widgets.panel_header import muted_label

BY_NAME, BY_MARKS = N_("by name"), N_("by name, from marks alone")


class NamesPane(TablePane):
    """Table of the names in ``tables``. ``tick_asked``: the NameRow whose tick is to be put or taken away."""

    tick_asked = Signal(object)

    def __init__(self, tables: FactTables, look: Look, parent: QWidget) -> None:
        super().__init__(_("Names"), _columns(), look, parent)
        self._tables, self._now = tables, Order()
        self._firsts: dict[Place, Place] = {}
        self._rows: dict[Place, NameRow] = {}
        self.rows.setObjectName("nameRows")
        self._ticked = muted_label(self)
        self._ticked.setObjectName("tickedNames")
        self.add(self._ticked)
        self.ordered.connect(self._take_order)
        self.rows.went.connect(self._go)
        self.rows.boxed.connect(self._ask)
        self._take_order(self._now)

    def refresh(self) -> None:
        """Show the contents as they are now."""
        names = self._tables.contents.names
        self._firsts = {place: row.places[0] for row in names.rows for place in row.places}
        self._rows = {row.places[0]: row for row in names.rows}
        order = self._now if self._now.column >= 0 else Order(column=NAME)
        marked, looking = self._tables.by_marks_alone, self._tables.working
        empty = _empty(is_looking=looking, by_marks_alone=marked)
        self.show_lines(sorted_lines(names.lines, order), self._tables.scheme, empty)
        self.show_facts(len(names.rows), _(BY_MARKS) if marked else _(BY_NAME))
        words = _("{count} of {total} ticked")
        self._ticked.show_line(
            words.format(count=number(ticked_count(names.rows)), total=number(len(names.rows))) if names.rows else ""
        )

    def follow(self) -> None:
        """Make the row of the place that is shown the current one."""
        self.rows.go_to(self._firsts.get(self._tables.place) if self._tables.place else None)

    def ask_tick(self) -> None:
        """Ask for the tick of the current name to be put, or taken away."""
        if line := self.rows.line:
            self._ask(line)

    def _ask(self, line: Line | None) -> None:
        if line:
            self.tick_asked.emit(self._rows[line.places[0]])

    def _take_order(self, order: Order) -> None:
        self._now = order
        self.show_order(order)
        self.refresh()

    def _go(self, line: Line) -> None:
        self._tables.choose_place(*line.places)


def _columns() -> tuple[Column, ...]:
    name, kind, times, written = map(_, COLUMNS)
    return Column(name, 150, 5), Column(kind, 80, 1), Column(times, 44, ends=True), Column(written, 120, 4)


def _empty(*, is_looking: bool, by_marks_alone: bool) -> tuple[str, str]:
    if is_looking:
        return _("Looking for names…"), ""
    if by_marks_alone:
        return _("No names yet"), _("Mark who says something; in this language names come from marks alone.")
    return _("No names yet"), _("Mark who says something; names in running text are found by their capitals.")
