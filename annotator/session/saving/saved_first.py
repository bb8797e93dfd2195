"""Postpone an action until pending saves have ended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.session.saving.autosave import Autosave


class SavedFirst(QObject):
    """One postponed action, called when no save is pending; failed saves do not delay it."""

    def __init__(self, autosave: Autosave, parent: QObject) -> None:
        super().__init__(parent)
        self._autosave = autosave
        self._then: Callable[[], None] | None = None
        autosave.state_changed.connect(self._go_on)

    @property
    def waiting(self) -> bool:
        return self._then is not None

    def do(self, then: Callable[[], None]) -> None:
        """Call ``then`` now or after the pending saves; it replaces an action that is still waiting."""
        self._then = then
        self._go_on()

    def forget(self) -> None:
        """Drop the waiting action."""
        self._then = None

    def _go_on(self) -> None:
        if self._then and not self._autosave.saving:
            then, self._then = self._then, None
            then()
