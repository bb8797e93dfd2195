"""Menu button for the order of the list: text order or groups; and for its columns."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.translation.messages import N_, _
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.quiet_button import QuietButton

ORDERS: Mapping[str, str] = MappingProxyType(
    {
        "text": N_("text order"),
        "label": N_("by label"),
        "verdict": N_("by verdict"),
        "source": N_("by source"),
        "part": N_("by part"),
    }
)
CHOICES: Mapping[str, str] = MappingProxyType(
    {
        "text": N_("Text order"),
        "label": N_("By label"),
        "verdict": N_("By verdict"),
        "source": N_("By source"),
        "part": N_("By part"),
    }
)
"""The orders as the menu names them."""


class OrderButton(QuietButton):
    """Menu button of ORDERS and columns.

    ``chosen``: the user has chosen another order. ``all_closed``: close all groups, or open them.
    """

    chosen = Signal(str)
    all_closed = Signal(bool)

    def __init__(self, look: Look, columns: QMenu, parent: QWidget | None = None) -> None:
        menu = QMenu(_("Order of the annotations"), parent)
        menu.setObjectName("orderMenu")
        super().__init__(look, menu, muted=True, parent=parent)
        self.order = "text"
        self.setObjectName("annotationsOrder")
        self.setFont(small_font())
        self._choices = QActionGroup(menu)
        for order, text in CHOICES.items():
            action = QAction(_(text), self._choices)
            action.setCheckable(True)
            action.setData(order)
            menu.addAction(action)
        menu.addSeparator()
        self._folding = [QAction(_("Close all groups"), menu), QAction(_("Open all groups"), menu)]
        menu.addActions(self._folding)
        for action, closed in zip(self._folding, (True, False), strict=True):
            action.triggered.connect(lambda _on, closed=closed: self.all_closed.emit(closed))
        menu.addSeparator()
        menu.addMenu(columns)
        give_mnemonics(menu)
        self._choices.triggered.connect(lambda action: self._choose(action.data()))
        self.show_order(self.order)

    def show_order(self, order: str) -> None:
        """Show ``order``, a key of ORDERS, as the current one; emits nothing."""
        self.order = order
        self.setText(_(ORDERS[order]))
        self.setAccessibleName(_("Order of the annotations: {order}").format(order=self.text()))
        for action in self._choices.actions():
            action.setChecked(action.data() == order)
        for action in self._folding:
            action.setEnabled(order != "text")

    def _choose(self, order: str) -> None:
        if order != self.order:
            self.show_order(order)
            self.chosen.emit(order)
