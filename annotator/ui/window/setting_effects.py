"""Effects of settings on the running program."""

from __future__ import annotations

from annotator.session.editing.navigation import Navigation
from annotator.session.services import Services
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.theme.look import Look


class SettingEffects:
    """Apply theme, keys, annotator and the filling of figures at once when they change, and note the actions used."""

    def __init__(self, services: Services, look: Look, actions: Actions, navigation: Navigation) -> None:
        self._services, self._look, self._actions, self._navigation = services, look, actions, navigation
        services.store.changed.connect(self._follow)
        actions.ran.connect(self._note_action)
        self._follow("fill_figures")

    def _follow(self, name: str) -> None:
        settings = self._services.store.settings
        match name:
            case "theme":
                self._look.set_choice(settings.theme)
            case "system_accent":
                self._look.set_system_accent(settings.system_accent)
            case "keys":
                self._actions.set_keys(settings.keys)
            case "fill_figures":
                self._services.session.fills_figures = settings.fill_figures
            case "annotator":
                self._navigation.annotate_as(settings.annotator)

    def _note_action(self, id: str) -> None:
        self._services.store.update(recent_actions=self._services.store.settings.recent_actions_with(id))
