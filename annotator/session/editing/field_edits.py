"""Edits of a field: its text goes into the document while it is typed, and is one undo step nevertheless."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from annotator.session.session import Session

PAUSE_MS = 400
"""Longest time, in milliseconds, from a key to the change, which is then saved at once: less than a second in all."""


class FieldEdits(QObject):
    """Edits of one field. ``write`` puts the field's text, if it has changed, into the document by ``Session.do``.

    It is called with a token for that; changes with the same token are one undo step.
    """

    def __init__(self, session: Session, write: Callable[[object], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._write = session, write
        self._token = object()
        self._soon = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._soon.timeout.connect(self.write)

    def note_typed(self) -> None:
        """Note that something was typed; it is written soon, however long the typing goes on."""
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
