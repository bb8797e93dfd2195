"""Table of figures."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.session.fact_tables.fact_tables import FactTables
from annotator.session.fact_tables.figure_lines import COLUMNS, SOURCE
from annotator.session.fact_tables.lines import Line, Order, arranged
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.figures_dialog.tables.columns import Column
from annotator.ui.dialogs.figures_dialog.tables.table_pane import TablePane
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.words_button import WordsButton

BY_COUNTED, BY_TEXT = N_("by what is counted"), N_("in the order of the text")


class FiguresPane(TablePane):
    """Table of the figures in ``tables``."""

    def __init__(self, tables: FactTables, look: Look, parent: QWidget) -> None:
        super().__init__(_("Figures"), _columns(), look, parent, SOURCE)
        self._tables, self._now = tables, Order(grouped=True)
        self.rows.setObjectName("figureRows")
        self._other = WordsButton(look, _("Order"), self)
        self._other.setObjectName("groupFigures")
        self._other.clicked.connect(self._toggle_groups)
        self.add(self._other)
        self.ordered.connect(self._take_order)
        self.rows.went.connect(self._go)
        self._take_order(self._now)

    def refresh(self) -> None:
        """Show the contents as they are now."""
        figures = self._tables.contents.figures
        self.show_columns(_columns(wide_place=self._tables.whole_folder))
        lines = arranged(figures.lines, self._now, lambda: _("It is not said what is counted"))
        self.show_lines(lines, self._tables.scheme, _empty(is_looking=self._tables.working))
        self.show_facts(len(figures.rows), _(BY_COUNTED if self._now.grouped else BY_TEXT))

    def follow(self) -> None:
        """Make the row of the place that is shown the current one."""
        self.rows.go_to(self._tables.place)

    def _take_order(self, order: Order) -> None:
        self._now = order
        self.show_order(order)
        self._other.show_words(_(BY_TEXT if order.grouped else BY_COUNTED))
        self.refresh()

    def _toggle_groups(self) -> None:
        self._take_order(Order(not self._now.grouped))

    def _go(self, line: Line) -> None:
        self._tables.choose_place(*line.places)


def _columns(*, wide_place: bool = False) -> tuple[Column, ...]:
    """Return the columns; the place is wider where it has the name of the article too."""
    value, said_as, unit, as_of, source, sentence = map(_, COLUMNS)
    return (
        Column(value, 140, 1, ends=True, strong=True),
        Column(said_as, 66, 1),
        Column(unit, 100, 3),
        Column(as_of, 90, 1),
        Column(source, 150, 6),
        Column(sentence, 150 if wide_place else 70, 3 if wide_place else 1, ends=True),
    )


def _empty(*, is_looking: bool) -> tuple[str, str]:
    if is_looking:
        return _("Looking for figures…"), ""
    return _("No figures yet"), _("Mark figures in the article; the table fills as you mark them.")
