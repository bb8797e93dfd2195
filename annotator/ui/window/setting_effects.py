"""What happens at once when a setting changes."""

from __future__ import annotations

from annotator.session.services import Desk
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.editing.navigation import Navigation
from annotator.ui.theme.look import Look


class Preferences:
    """Applies the theme, the keys and the annotator's name, and remembers which actions are used."""

    def __init__(self, desk: Desk, look: Look, actions: Actions, navigation: Navigation) -> None:
        self._desk, self._look, self._actions, self._navigation = desk, look, actions, navigation
        desk.store.changed.connect(self._follow)
        actions.ran.connect(self._note_action)

    def _follow(self, name: str) -> None:
        settings = self._desk.store.settings
        match name:
            case "theme":
                self._look.set_choice(settings.theme)
            case "system_accent":
                self._look.set_system_accent(settings.system_accent)
            case "keys":
                self._actions.set_keys(settings.keys)
            case "annotator":
                self._desk.opener.annotator = settings.annotator
                if self._desk.session.path:
                    self._navigation.open(self._desk.session.path.parent)

    def _note_action(self, id: str) -> None:
        self._desk.store.update(recent_actions=self._desk.store.settings.recent_actions_with(id))
