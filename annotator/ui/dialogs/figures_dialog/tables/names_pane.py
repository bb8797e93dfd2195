"""Table of names."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.facts.finding import Place
from annotator.session.fact_tables.fact_tables import FactTables
from annotator.session.fact_tables.lines import Order
from annotator.session.fact_tables.name_lines import COLUMNS, name_lines, ticked_count
from annotator.translation.messages import N_, _, number
from annotator.ui.dialogs.figures_dialog.tables.columns import Column
from annotator.ui.dialogs.figures_dialog.tables.table_pane import TablePane
from annotator.ui.theme.look import Look
from annotator.ui.widgets.panel_header import muted_label

BY_NAME = N_("by name")


class NamesPane(TablePane):
    """Table of the names in ``tables``. ``tick_asked``: the row of the contents whose tick is to be put or taken."""

    tick_asked = Signal(int)

    def __init__(self, tables: FactTables, look: Look, parent: QWidget) -> None:
        super().__init__(_("Names"), _columns(), look, parent)
        self._tables, self._wanted, self._now = tables, "", Order()
        self._numbers: dict[Place, int] = {}
        self.rows.setObjectName("nameRows")
        self._ticked = muted_label(self)
        self._ticked.setObjectName("tickedNames")
        self.add(self._ticked)
        self.ordered.connect(self._take_order)
        self.rows.went.connect(self._go)
        self.rows.boxed.connect(self.tick_asked)
        self._take_order(self._now)

    def filter(self, wanted: str) -> None:
        """Show the rows that match only."""
        self._wanted = wanted
        self.refresh()

    def refresh(self) -> None:
        """Show the contents as they are now."""
        contents = self._tables.contents
        self._numbers = {place: at for at, row in enumerate(contents.names) for place in row.places}
        self.show_lines(name_lines(contents, self._now), self._tables.scheme, self._wanted, _empty())
        self.show_facts(len(contents.names), _(BY_NAME))
        words = _("{count} of {total} ticked")
        ticked = ticked_count(contents.names)
        self._ticked.show_line(words.format(count=number(ticked), total=number(len(contents.names))))

    def follow(self) -> None:
        """Make the row of the place that is shown the current one."""
        at = self._numbers.get(self._tables.place, -1) if self._tables.place else -1
        if at >= 0 and at != self.rows.row:
            self.rows.go_to(at, quietly=True)
        elif at < 0:
            self.rows.clearSelection()

    def _take_order(self, order: Order) -> None:
        self._now = order
        self.show_order(order)
        self.refresh()

    def _go(self, row: int) -> None:
        self._tables.choose_place(*self._tables.contents.names[row].places)


def _columns() -> tuple[Column, ...]:
    name, kind, times, written = map(_, COLUMNS)
    return Column(name, 150, 5), Column(kind, 80, 1), Column(times, 44, ends=True), Column(written, 120, 4)


def _empty() -> tuple[str, str]:
    return _("No names yet"), _("Mark who says something; names in running text are found by their capitals.")
