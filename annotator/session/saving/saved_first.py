"""Doing something as soon as everything is on disk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.session.saving.autosave import Autosave


class SavedFirst(QObject):
    """Waits until nothing is being saved; what could not be saved does not keep it waiting."""

    def __init__(self, autosave: Autosave, parent: QObject) -> None:
        super().__init__(parent)
        self._autosave = autosave
        self._then: Callable[[], None] | None = None
        autosave.state_changed.connect(self._go_on)

    @property
    def waiting(self) -> bool:
        return self._then is not None

    def do(self, then: Callable[[], None]) -> None:
        """Do it now, or when all is saved, in place of what was to be done before."""
        self._then = then
        self._go_on()

    def forget(self) -> None:
        """Do nothing any longer."""
        self._then = None

    def _go_on(self) -> None:
        if self._then and not self._autosave.saving:
            then, self._then = self._then, None
            then()
