"""Ticks of the actions that stand for a choice or for something shown: status, theme, font, locked label, panels."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QDockWidget

from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.session import Session
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.actions.row import CHECK_STATE, LOCK


class CheckedActions:
    """Keep the ticks as the settings, the document and the docks are."""

    def __init__(self, actions: Actions, session: Session, store: SettingsStore) -> None:
        self._actions, self._session, self._store = actions, session, store
        self._ticked: object = None
        for all_anew in (store.changed, actions.relisted, actions.chosen, session.opened):
            all_anew.connect(self._tick)
        for change in (session.changed, session.locked, session.selected):
            change.connect(self._follow)
        self._tick()

    def follow_panels(self, docks: Mapping[str, QDockWidget], overlay_shown: SignalInstance) -> None:
        """Tick the actions that show a panel, by the action's id, as long as its dock or its overlay is shown."""
        overlay_shown.connect(self._actions.check)
        for id, dock in docks.items():
            dock.visibilityChanged.connect(self._actions.action(id).setChecked)

    def _follow(self, _change: object = None) -> None:
        if self._present() != self._ticked:
            self._tick()

    def _tick(self) -> None:
        self._ticked = present = self._present()
        for row in self._actions.rows:
            if row.choice:
                self._actions.check(row.id, row.value == present[row.choice])
        self._actions.check("system_accent", self._store.settings.system_accent)
        self._actions.check("line_numbers", self._store.settings.line_numbers)
        self._actions.check("all_relations", self._store.settings.all_relations)

    def _present(self) -> Mapping[str, str]:
        """Return the present value of each choice."""
        settings, session = self._store.settings, self._session
        status = session.document.status.value if session.current else ""
        return {
            "status": status,
            "theme": settings.theme,
            "font": settings.article_font,
            "colour_by": settings.colour_by,
            "citation_form": settings.citation_form,
            LOCK: session.locked_label,
            CHECK_STATE: chosen.state if (chosen := session.selected_annotation) else "",
        }
