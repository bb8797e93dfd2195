"""Menu that filters the articles by status."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.session.opening.status_names import STATUS_WORDS, status_words
from annotator.translation.messages import _
from annotator.ui.actions.mnemonics import give_mnemonics


class StatusMenu(QMenu):
    """Choice of one status, or of all articles. ``chosen``: the user has chosen another one."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Filter the articles by status"), parent)
        self.setObjectName("articleStatusFilter")
        self._choices = QActionGroup(self)
        for status in ("", *STATUS_WORDS):
            action = QAction(status_words(status) if status else _("All articles"), self._choices)
            action.setCheckable(True)
            action.setChecked(not status)
            action.setData(status)
            self.addAction(action)
        give_mnemonics(self)
        self._choices.triggered.connect(lambda _action: self.chosen.emit())

    @property
    def status(self) -> str:
        """The status chosen; empty for all articles."""
        checked = self._choices.checkedAction()
        return str(checked.data()) if checked else ""

    def choose_all(self) -> None:
        """Choose all articles; emits nothing."""
        self._choices.actions()[0].setChecked(True)
