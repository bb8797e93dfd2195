"""Which actions are shown as checked: theme, font, status, docks."""

from __future__ import annotations

from annotator.session.services import Services
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.window.docks import Docks

STATUS_ACTIONS = {"new": "status_new", "in-work": "status_in_work", "done": "status_done"}
STATUS_ACTIONS["nothing-found"] = "status_nothing_found"


class CheckedActions:
    """Keeps the checks as the settings, the document and the docks are."""

    def __init__(self, actions: Actions, services: Services, docks: Docks) -> None:
        self._actions, self._services = actions, services
        services.store.changed.connect(self._follow_settings)
        services.session.opened.connect(self._follow_status)
        services.session.changed.connect(self._follow_status)
        for dock, id in zip(docks.all, ("show_articles", "show_annotations", "show_details"), strict=True):
            dock.visibilityChanged.connect(actions.action(id).setChecked)
        self._follow_settings()

    def _follow_settings(self, _name: str = "") -> None:
        settings = self._services.store.settings
        self._actions.check(f"theme_{settings.theme}")
        self._actions.check(f"font_{settings.article_font}")
        self._actions.check("system_accent", settings.system_accent)

    def _follow_status(self, _change: object = None) -> None:
        if self._services.session.current:
            id = STATUS_ACTIONS.get(self._services.session.document.status.value)
            for action in STATUS_ACTIONS.values():
                self._actions.check(action, action == id)
