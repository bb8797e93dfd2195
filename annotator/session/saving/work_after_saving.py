"""Long work that begins after pending saves, as it reads or writes the sidecar of the open article too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.saved_first import SavedFirst


class WorkAfterSaving(LongWork):
    """Runner of one piece of work at a time, which waits for pending saves; cancelled while it waits it ends at once.

    Failed saves do not delay it.
    """

    def __init__(self, jobs: Jobs, autosave: Autosave, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._saved = SavedFirst(autosave, self)

    @property
    def running(self) -> bool:
        return self._saved.waiting or super().running

    def when_saved(self, begin: Callable[[], None]) -> None:
        """Call ``begin``, which starts the work, now or after the pending saves."""
        self._saved.do(begin)

    def cancel(self) -> None:
        if self._saved.waiting:
            self._saved.forget()
            self.ended.emit(None)
        super().cancel()
