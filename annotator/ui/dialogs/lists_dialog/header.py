"""Header of the window: a pill for each list, and the filter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from annotator.session.desk_lists.columns import TITLES
from annotator.translation.messages import _, number
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.layouts.header_row import HeaderRow
from annotator.ui.widgets.lists.filter_field import FilterField

HEIGHT, SIDE, GAP, FIELD, NARROWEST = 46, 16, 6, 220, 90


class ListsHeader(QWidget):
    """Header. ``chosen``: the name of a list."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._pills = {name: Pill(look, self) for name in TITLES}
        self.filter = FilterField(look, _("Filter the list"), parent=self)
        self.filter.setObjectName("listFilter")
        self.filter.setMinimumWidth(NARROWEST)
        self.filter.setMaximumWidth(FIELD)
        row = HeaderRow(GAP)
        for name, pill in self._pills.items():
            pill.setObjectName(f"list-{name}")
            pill.clicked.connect(partial(self._choose, name))
            pill.stepped.connect(partial(self._step, name))
            row.add(pill)
        row.add(self.filter, end=True, yields=True)
        row.put_into(self, SIDE, HEIGHT)

    def show_list(self, name: str, counts: Mapping[str, int]) -> None:
        """Show which list is chosen, and how much in each of them is open."""
        for each, pill in self._pills.items():
            count = counts.get(each, 0)
            title = _(TITLES[each])
            # Translators: the name of a list and how many of its rows are open
            pill.show_words(_("{list} {count}").format(list=title, count=number(count)) if count else title)
        self._pills[name].setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._look.theme.border)

    def _choose(self, name: str) -> None:
        self.chosen.emit(name)

    def _step(self, name: str, step: int) -> None:
        names = [*self._pills]
        other = names[(names.index(name) + step) % len(names)]
        self._pills[other].setFocus()
        self._pills[other].click()
