"""Context menus of the texts: labels and actions for the annotation under the pointer; of the second, to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from annotator.translation.messages import _
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.actions.check_rows import STATES
from annotator.ui.actions.desk_rows import MENU as ASKING
from annotator.ui.actions.evidence_rows import MENU as EVIDENCE
from annotator.ui.actions.menus import ReasonMenu
from annotator.ui.actions.value_rows import MENU as VALUES
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.widgets.keyboard import take_keyboard

if TYPE_CHECKING:
    from annotator.ui.article_view.second_view import SecondView

BELOW_LABELS = ("details", "card", "link", "note")
SUBMENUS = (STATES, VALUES, EVIDENCE, ASKING)
"""Places in the menu bar of what stands in submenus here, too."""
EDGES = ("hold_start", "hold_end", "remove")
AT_THE_END = ("copy", "copy_with_source", "select_all", "find")


class TextMenu:
    """Context menu, opened by a right click on the text or by the menu key."""

    def __init__(self, view: ArticleView, actions: Actions) -> None:
        self._view, self._actions = view, actions
        view.customContextMenuRequested.connect(self._open)

    def _open(self, at: QPoint) -> None:
        if not self._view.textCursor().hasSelection():
            self._view.choose_at(at)
        menu = ReasonMenu(_("Text"), self._view)
        menu.setObjectName("textMenu")
        labels = [row.id for row in self._actions.rows if row.tags]
        self._add(menu, labels)
        self._add(menu, BELOW_LABELS)
        for place in SUBMENUS:
            self._add_submenu(menu, place)
        self._add(menu, EDGES)
        self._add(menu, AT_THE_END)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._view.viewport().mapToGlobal(at))

    def _add(self, menu: QMenu, ids: Iterable[str]) -> None:
        menu.addSeparator()
        menu.addActions([self._actions.action(id) for id in ids])

    def _add_submenu(self, menu: QMenu, place: str) -> None:
        """Add the actions of that place of the menu bar but those that only begin two keys, if there are any."""
        ids = [row.id for row in self._actions.rows if row.menu == place and not row.opens]
        if not ids:
            return
        title = place.rpartition("/")[2]
        submenu = ReasonMenu(_(title), menu)
        submenu.setObjectName(f"text{title.replace(' ', '')}")
        submenu.addActions([self._actions.action(id) for id in ids])
        menu.addMenu(submenu)


class SecondMenu:
    """Context menu of the second article, which is only read; its actions act there while it has the keyboard."""

    def __init__(self, view: SecondView, actions: Actions) -> None:
        self._view, self._actions = view, actions
        view.customContextMenuRequested.connect(self._open)
        view.addActions([actions.action(id) for id in AT_THE_END if id != "find"])  # their keys act in a text only

    def _open(self, at: QPoint) -> None:
        take_keyboard(self._view)
        if not self._view.textCursor().hasSelection():
            self._view.choose_at(at)
        menu = ReasonMenu(_("Text"), self._view)
        menu.setObjectName("secondTextMenu")
        menu.addActions([self._actions.action(id) for id in (*AT_THE_END, "swap_articles")])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._view.viewport().mapToGlobal(at))
