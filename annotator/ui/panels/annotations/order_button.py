"""Menu button for the choice between text order and grouping by label."""

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

ORDERS: Mapping[str, str] = MappingProxyType({"text": N_("text order"), "label": N_("by label")})
CHOICES: Mapping[str, str] = MappingProxyType({"text": N_("Text order"), "label": N_("By label")})
"""The orders as the menu names them."""


class OrderButton(QuietButton):
    """Menu button of ORDERS. ``chosen``: the user has chosen another order."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        menu = QMenu(_("Order of the annotations"), parent)
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

    def _choose(self, order: str) -> None:
        if order != self.order:
            self.show_order(order)
            self.chosen.emit(order)
