"""Work on a scheme in the background: reading its file, counting what is used, writing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.interop.new_scheme import NewScheme, new_scheme
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork, Passing
from annotator.session.scheme_editing.draft import SchemeDraft
from annotator.session.scheme_editing.scheme_file import SchemeFile, prepared, scheme_file, write
from annotator.session.scheme_editing.starts import ready_starts
from annotator.session.scheme_editing.uses import Uses, uses_below
from annotator.storage.schemes.scheme_writing import WrittenScheme


class SchemeWork(QObject):
    """Runner of what takes long.

    ``read``: the SchemeFile of the folder. ``counted``: the Uses. ``prepared``: the WrittenScheme, nothing of which is
    written. ``listed``: the Starts. ``started``: the NewScheme to start from. ``written``: it was. ``failed``: a
    sentence why one of these could not be done, save for counting.
    """

    read = Signal(object)
    counted = Signal(object)
    prepared = Signal(object)
    listed = Signal(object)
    started = Signal(object)
    written = Signal()
    failed = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._counting, self._filing = LongWork(jobs, self), LongWork(jobs, self)
        self._counting.ended.connect(self._tell_counted)
        self._filing.ended.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """True while a file is read or written, in place of which nothing else is to be begun unasked."""
        return self._filing.running

    def open(self, folder: Path) -> None:
        """Read the folder's scheme."""
        self._filing.start(lambda _passing: scheme_file(folder))

    def count(self, folder: Path) -> None:
        """Count what the documents below the folder use."""
        self._counting.start(partial(uses_below, folder))

    def prepare(self, file: SchemeFile, draft: SchemeDraft) -> None:
        """Find out what the file will be."""
        scheme, base = draft.scheme, draft.base
        self._filing.start(lambda _passing: prepared(file, scheme, base))

    def list_starts(self) -> None:
        """Read the ready schemes."""
        self._filing.start(lambda _passing: ready_starts())

    def start_from(self, start: str) -> None:
        """Read the ready scheme of that name, or make one from that file."""
        self._filing.start(lambda _passing: new_scheme(start))

    def write(self, file: SchemeFile, written: WrittenScheme) -> None:
        """Write the file."""

        def work(_passing: Passing) -> bool:
            write(file, written)
            return True

        self._filing.start(work)

    def stop(self) -> None:
        """Stop counting, as the window is closed."""
        self._counting.cancel()

    def _tell_counted(self, result: object) -> None:
        if isinstance(result, Uses):
            self.counted.emit(result)

    def _tell(self, result: object) -> None:
        match result:
            case SchemeFile():
                self.read.emit(result)
            case WrittenScheme():
                self.prepared.emit(result)
            case NewScheme():
                self.started.emit(result)
            case list():
                self.listed.emit(result)
            case str():
                self.failed.emit(result)
            case True:
                self.written.emit()
