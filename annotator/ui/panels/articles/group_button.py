"""Menu button for how the articles are grouped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.session.opening.article_groups import NONE
from annotator.translation.messages import _
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.panels.articles.group_names import KINDS
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.quiet_button import QuietButton


class GroupButton(QuietButton):
    """Menu button of KINDS.

    ``chosen``: the user has chosen another one. ``all_closed``: close all groups, or open them.
    """

    chosen = Signal(str)
    all_closed = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        menu = QMenu(_("Groups of the articles"), parent)
        menu.setObjectName("articleGroupsMenu")
        super().__init__(look, menu, muted=True, parent=parent)
        self.setObjectName("articleGroups")
        self.setFont(small_font())
        self._choices = QActionGroup(menu)
        for kind, text in KINDS.items():
            action = self._choices.addAction(_(text))
            action.setCheckable(True)
            action.setData(kind)
            menu.addAction(action)
        menu.addSeparator()
        self._folding = [QAction(_("Close all groups"), menu), QAction(_("Open all groups"), menu)]
        menu.addActions(self._folding)
        for action, closed in zip(self._folding, (True, False), strict=True):
            action.triggered.connect(lambda _on, closed=closed: self.all_closed.emit(closed))
        give_mnemonics(menu)
        self._choices.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.show_kind(NONE)

    def show_kind(self, kind: str) -> None:
        """Show ``kind``, a key of KINDS, as the current one; emits nothing."""
        self.setText(_(KINDS[kind]))
        self.setAccessibleName(_("Groups of the articles: {kind}").format(kind=self.text()))
        for action in self._choices.actions():
            action.setChecked(action.data() == kind)
        for action in self._folding:
            action.setEnabled(kind != NONE)
