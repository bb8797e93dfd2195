"""Header of the card: what it is, which of how many, and buttons to go on and to close it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.icon_button import IconButton
from annotator.ui.widgets.panel_header import PanelHeader


class CardHeader(PanelHeader):
    """``stepped``: to the card before, -1, or the next, 1. ``closed``: the cross was pressed."""

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(_("Card"), parent=parent)
        before, after = IconButton(look, "chevron-up", _("Previous"), self), IconButton(look, "chevron-down", _("Next"))
        close = IconButton(look, "close", _("Close"), self)
        close.setObjectName("closeCard")
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.closed)
        for button in (before, after, close):
            self.add(button)
