"""Question for the name of who decides on a final version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.review.name_pane import DECIDER, NamePane
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.keyboard import take_keyboard


class DeciderDialog(FittingDialog):
    """Dialog that is accepted with a name that ``take`` has no sentence against."""

    def __init__(self, take: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._take = take
        self.setObjectName("deciderDialog")
        self.setWindowTitle(_("Final version"))
        pane = NamePane(self._taken, DECIDER, self)
        pane.left.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pane)
        take_keyboard(pane.field)

    def _taken(self, name: str) -> str:
        problem = self._take(name)
        if not problem:
            self.accept()
        return problem
