"""Menu bar, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QHelpEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QStyleOptionMenuItem, QToolTip, QWidget

from annotator.translation.messages import _
from annotator.ui.actions.bound_actions import REASON, Actions
from annotator.ui.actions.label_menu import menu_text
from annotator.ui.actions.menu_letters import RECENT
from annotator.ui.actions.mnemonics import give_mnemonics, mnemonics, with_mnemonic
from annotator.ui.actions.row import MENUS, ActionRow
from annotator.ui.widgets.words.key_names import caption_of
from annotator.ui.widgets.words.line_of_text import literal

RECENT_BELOW = "open_article"


class ReasonMenu(QMenu):
    """A menu whose disabled actions say in a tooltip why they can do nothing, and whose keys have their captions."""

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        super().initStyleOption(option, action)
        words, tab, _key = option.text.partition("\t")
        if tab:
            option.text = f"{words}\t{caption_of(action.shortcut())}"

    def showEvent(self, event: QShowEvent) -> None:
        """Let screen readers find the reasons, too."""
        for action in self.actions():
            action.setWhatsThis(action.property(REASON) or "")
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        if not (isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip):
            return super().event(event)
        action = self.actionAt(event.pos())
        reason = (action.property(REASON) or "") if action and not action.isEnabled() else ""
        QToolTip.showText(event.globalPos(), literal(reason), self)
        return True


class Menus(QObject):
    """Menu bar whose menus are filled when they are first opened, and anew after labels or keys have changed.

    Where the system shows the bar itself they are filled at once: it takes the settings and the end from them.

    ``recent`` returns the folders that were opened last, each with how far it had come then, in words that may be
    empty; ``open_recent`` opens one of them.
    """

    def __init__(
        self,
        bar: QMenuBar,
        actions: Actions,
        recent: Callable[[], Mapping[str, str]],
        open_recent: Callable[[str], None],
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._actions = actions
        self._recent = recent
        self._open_recent = open_recent
        letters = mnemonics([_(title) for title in MENUS])
        self._menus = {
            title: _named(ReasonMenu(bar), title, letter) for title, letter in zip(MENUS, letters, strict=True)
        }
        bar.setAccessibleName(_("Menu bar"))
        self._stale = set(self._menus)
        for title, menu in self._menus.items():
            menu.aboutToShow.connect(partial(self._fill, title))
            bar.addMenu(menu)
        self._relist()
        actions.relisted.connect(self._relist)

    def _relist(self) -> None:
        self._stale.update(self._menus)
        if self._bar.isNativeMenuBar():
            for title in self._menus:
                self._fill(title)

    def _fill(self, title: str) -> None:
        if title not in self._stale:
            return
        self._stale.remove(title)
        menu = self._menus[title]
        menu.clear()
        for child in menu.findChildren(QMenu):
            child.setParent(None)
            child.deleteLater()
        self._add_rows(title, menu)

    def _add_rows(self, title: str, menu: QMenu) -> None:
        rows = [row for row in self._actions.rows if row.menu.split("/")[0] == title]
        submenus: dict[str, QMenu] = {}
        for row in sorted(rows, key=lambda row: not row.is_label):
            path = row.menu.split("/")
            place = menu if len(path) == 1 else submenus.get(path[1])
            if place is None:
                place = submenus[path[1]] = self._submenu(menu, path[1], row)
            self._add(place, row)

    def _submenu(self, menu: QMenu, title: str, first: ActionRow) -> QMenu:
        if first.ruled and not menu.isEmpty():
            menu.addSeparator()
        submenu = _named(ReasonMenu(menu), title, self._actions.letters.get(first.menu, ""))
        menu.addMenu(submenu)
        return submenu

    def _add(self, menu: QMenu, row: ActionRow) -> None:
        if row.ruled and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(self._actions.action(row.id))
        if row.id == RECENT_BELOW:
            recent = _named(ReasonMenu(menu), RECENT, self._actions.letters[RECENT])
            recent.aboutToShow.connect(lambda: self._fill_recent(recent))
            menu.addMenu(recent)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        folders = self._recent()
        for folder in folders:
            action = menu.addAction(_shown(folder, folders[folder]))
            action.triggered.connect(lambda _checked=False, folder=folder: self._open_recent(folder))
        if not folders:
            menu.addAction(_("No folder was opened yet")).setEnabled(False)
        give_mnemonics(menu)


def _named(menu: QMenu, title: str, letter: str) -> QMenu:
    """Return the menu with its title, which is in English as in the table of actions."""
    menu.setTitle(with_mnemonic(_(title), letter))
    menu.setObjectName(f"menu{title.replace(' ', '')}")
    menu.setAccessibleName(_(title))
    return menu


def _shown(folder: str, progress: str) -> str:
    path = Path(folder)
    place = menu_text(f"{path.name or folder} – {path.parent}")
    return f"{place} · {progress}" if progress else place


def menu_bar_of(window: QWidget) -> QMenuBar:
    """Return a new menu bar with the program's object name."""
    bar = QMenuBar(window)
    bar.setObjectName("menuBar")
    return bar
