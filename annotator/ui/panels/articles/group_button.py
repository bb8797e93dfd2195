"""Menu button for how the articles are grouped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.session.opening.article_groups import NONE
from annotator.translation.messages import _
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.panels.articles.group_names import KINDS
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.quiet_button import QuietButton
from annotator.ui.widgets.lists.grouping_menu import GroupingMenu


class GroupButton(QuietButton):
    """Menu button of KINDS.

    ``chosen``: the user has chosen another one. ``all_closed``: close all groups, or open them.
    """

    chosen = Signal(str)
    all_closed = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        kinds = GroupingMenu(_("Groups of the articles"), KINDS, NONE, parent)
        kinds.setObjectName("articleGroupsMenu")
        give_mnemonics(kinds)
        super().__init__(look, kinds, muted=True, parent=parent)
        self._kinds = kinds
        self.setObjectName("articleGroups")
        self.setFont(small_font())
        self._kinds.all_closed.connect(self.all_closed)
        self._kinds.chosen.connect(self.chosen)
        self.show_kind(NONE)

    def show_kind(self, kind: str) -> None:
        """Show ``kind``, a key of KINDS, as the current one; emits nothing."""
        self.setText(_(KINDS[kind]))
        self.setAccessibleName(_("Groups of the articles: {kind}").format(kind=self.text()))
        self._kinds.show_choice(kind)
