"""Edits of a field: its text goes into the document while it is typed, and still is one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from annotator.session.session import Session

PAUSE_MS = 400
"""Longest time from a key to the change, which is then saved at once: together less than a second."""


class FieldEdits(QObject):
    """Edits of one field, of whatever annotation it shows.

    ``write`` puts the field's text into the document, if it has changed, by ``Session.do`` with the token it is given.
    Changes with the same token are one step of undo.
    """

    def __init__(self, session: Session, write: Callable[[object], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._write = session, write
        self._token = object()
        self._soon = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._soon.timeout.connect(self.write)

    def note_typed(self) -> None:
        """Take note that something was typed; it is written soon, however long the typing goes on."""
        self._session.field.begin(self)
        if not self._soon.isActive():
            self._soon.start()

    def write(self) -> None:
        """Write what has been typed so far."""
        self._soon.stop()
        self._write(self._token)

    def finish(self) -> None:
        """Write what has been typed, and close the undo step."""
        token, self._token = self._token, object()
        self._session.field.end(self)
        self._soon.stop()
        self._write(token)
