"""Menu that chooses how a list is grouped, and closes or opens all of its groups."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.translation.messages import _


class GroupingMenu(QMenu):
    """Menu of ``choices``, names by keys, of which one is ``ungrouped``; ``further`` is a menu at its end.

    ``chosen``: the key of another choice than is shown. ``all_closed``: close all groups, or open them.
    """

    chosen = Signal(str)
    all_closed = Signal(bool)

    def __init__(
        self,
        title: str,
        choices: Mapping[str, str],
        ungrouped: str,
        parent: QWidget | None = None,
        *,
        further: QMenu | None = None,
    ) -> None:
        super().__init__(title, parent)
        self._ungrouped, self._shown = ungrouped, ungrouped
        self._choices = QActionGroup(self)
        for key, text in choices.items():
            action = self._choices.addAction(_(text))
            action.setCheckable(True)
            action.setData(key)
            self.addAction(action)
        self.addSeparator()
        self._folding = [QAction(_("Close all groups"), self), QAction(_("Open all groups"), self)]
        self.addActions(self._folding)
        for action, closed in zip(self._folding, (True, False), strict=True):
            action.triggered.connect(lambda _on, closed=closed: self.all_closed.emit(closed))
        if further:
            self.addSeparator()
            self.addMenu(further)
        self._choices.triggered.connect(lambda action: self._choose(action.data()))
        self.show_choice(ungrouped)

    def show_choice(self, key: str) -> None:
        """Tick the choice with that key; emits nothing."""
        self._shown = key
        for action in self._choices.actions():
            action.setChecked(action.data() == key)
        for action in self._folding:
            action.setEnabled(key != self._ungrouped)

    def _choose(self, key: str) -> None:
        if key != self._shown:
            self.chosen.emit(key)
