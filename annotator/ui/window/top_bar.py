"""Bar at the top of the window: the menus, and the command field at their end."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from annotator.session.preferences.settings import Settings
from annotator.session.preferences.settings_store import SettingsStore
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.actions.command_field import CommandField
from annotator.ui.actions.menus import Menus, menu_bar_of
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.counted import done_of

WITHOUT_FIELD_BELOW = 760


class TopBar:
    """Menu bar of ``window``; ``open_folder`` opens one of the recent folders."""

    def __init__(
        self,
        window: QMainWindow,
        look: Look,
        actions: Actions,
        store: SettingsStore,
        open_folder: Callable[[str], None],
    ) -> None:
        bar = menu_bar_of(window)
        window.setMenuBar(bar)
        self._menus = Menus(bar, actions, lambda: _recent(store.settings), open_folder)
        palette = actions.action("palette")
        field = self._field = CommandField(look, palette.shortcut(), bar)
        field.clicked.connect(lambda: actions.trigger("palette"))
        actions.relisted.connect(lambda: field.set_key(palette.shortcut()))
        bar.setCornerWidget(field, Qt.Corner.TopRightCorner)

    def fit(self, width: int, *, narrow: bool) -> None:
        """Show less of the command field where the window is ``narrow``, and nothing where there is no room."""
        self._field.set_brief(on=narrow)
        self._field.setVisible(width >= WITHOUT_FIELD_BELOW)


def _recent(settings: Settings) -> Mapping[str, str]:
    """Return the recent folders, each with how many of its articles were done when it was open."""
    known = {folder: done_of(*counts) for folder, counts in settings.progress.items() if counts[1]}
    return {folder: known.get(folder, "") for folder in settings.recent_folders}
