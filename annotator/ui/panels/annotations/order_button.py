"""Menu button for the order of the list: text order or groups; and for its columns."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from annotator.translation.messages import N_, _
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.quiet_button import QuietButton
from annotator.ui.widgets.lists.grouping_menu import GroupingMenu

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
        orders = GroupingMenu(_("Order of the annotations"), CHOICES, "text", parent, further=columns)
        orders.setObjectName("orderMenu")
        give_mnemonics(orders)
        super().__init__(look, orders, muted=True, parent=parent)
        self._orders = orders
        self.order = ""
        self.setObjectName("annotationsOrder")
        self.setFont(small_font())
        self._orders.all_closed.connect(self.all_closed)
        self._orders.chosen.connect(self._choose)
        self.show_order("text")

    def show_order(self, order: str) -> None:
        """Show ``order``, a key of ORDERS, as the current one; emits nothing."""
        self.order = order
        self.setText(_(ORDERS[order]))
        self.setAccessibleName(_("Order of the annotations: {order}").format(order=self.text()))
        self._orders.show_choice(order)

    def _choose(self, order: str) -> None:
        self.show_order(order)
        self.chosen.emit(order)
