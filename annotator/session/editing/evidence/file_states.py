"""States of the files of evidence of the open article, looked at in the background."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.session.background.jobs import Jobs
from annotator.session.session import Session
from annotator.storage.evidence.states import FileState, looked_at

UNKNOWN = FileState("")


class FileStates(QObject):
    """States known since the article was opened. ``known``: one more is known."""

    known = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._found: dict[tuple[Path, str], FileState | None] = {}
        session.opened.connect(self.forget)

    def of(self, file: str) -> FileState:
        """Return the state of a file of the open article; a FileState without a state while it is not known."""
        current = self._session.current
        if current is None or not file:
            return UNKNOWN
        key = (current.path.parent, file)
        if key not in self._found:
            self._found[key] = None
            self._jobs.run(partial(looked_at, *key), partial(self._take, key))
        return self._found[key] or UNKNOWN

    def forget(self) -> None:
        """Look at every file again when it is asked for next."""
        self._found.clear()

    def _take(self, key: tuple[Path, str], done: Future[FileState]) -> None:
        if key in self._found:
            self._found[key] = done.result()
            self.known.emit()
