"""Actions of a text, for the one of the two articles that has the keyboard, and their context menus."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from annotator.ui.actions.bound_actions import Actions
from annotator.ui.actions.targets import TextCommands
from annotator.ui.article_page.text_menu import SecondMenu, TextMenu
from annotator.ui.window.split_area import SplitArea


class TextInFocus:
    """Calls the second article where the keyboard is in its page, else the one that is edited."""

    def __init__(self, area: SplitArea) -> None:
        self._area = area

    def copy(self) -> None:
        self._text.copy()

    def copy_with_source(self) -> None:
        self._text.copy_with_source()

    def select_all(self) -> None:
        self._text.select_all()

    def open_find(self) -> None:
        self._text.open_find()

    def find_next(self) -> None:
        self._text.find_next()

    def find_previous(self) -> None:
        self._text.find_previous()

    def close_find(self) -> bool:
        """Close the find bar and return whether it was open."""
        return self._text.close_find()

    def hold_edge(self, edge: str) -> None:
        """Take hold of the selected annotation's ``start`` or ``end``."""
        self._area.page.hold_edge(edge)

    @property
    def _text(self) -> TextCommands:
        second, focused = self._area.second, QApplication.focusWidget()
        return second if second and focused and second.isAncestorOf(focused) else self._area.page


class TextMenus:
    """Context menus of both texts; the second one's is made with its page."""

    def __init__(self, area: SplitArea, actions: Actions) -> None:
        self._edited = TextMenu(area.page.view, actions)
        self._second: SecondMenu | None = None
        self._area, self._actions = area, actions
        area.second_made.connect(self._add)

    def _add(self) -> None:
        if self._area.second:
            self._second = SecondMenu(self._area.second.view, self._actions)
