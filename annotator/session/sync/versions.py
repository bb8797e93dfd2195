"""Read a sidecar's earlier versions in the background."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from annotator.anchoring.anchored import anchored
from annotator.model.change import Change
from annotator.model.difference import difference
from annotator.model.document import Document
from annotator.session.background.jobs import Jobs
from annotator.storage.files.file_error import FileError, Problem, shown
from annotator.storage.saving.history import Version, versions
from annotator.storage.saving.kept_texts import kept_text
from annotator.storage.sidecars.sidecar_files import read_sidecar
from annotator.translation.messages import N_, _, number

NEWER = N_("A newer version of Annotator wrote it.")
NOTHING = Change()


class VersionSeen(Struct, frozen=True):
    """Earlier version as read from the history; if ``document`` is None, ``problem`` says why.

    ``at`` is the time in UTC when the version was replaced; ``since`` is the change from the version to the document.
    """

    path: Path
    at: str
    document: Document | None = None
    since: Change = NOTHING
    problem: str = ""


class VersionsReader(QObject):
    """Reader of the history, one version for each job, so that other jobs need not wait for all of them.

    ``listed``: list of the versions, newest first. ``seen``: one of them was read, as a VersionSeen. ``failed``: the
    reason why the history cannot be listed.
    """

    listed = Signal(object)
    seen = Signal(object)
    failed = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pass = 0  # results of jobs from earlier passes are ignored

    def read(self, sidecar: Path, now: Document) -> None:
        """Read the versions of the sidecar and compare each with the document ``now``."""
        self.stop()
        self._jobs.run(lambda: versions(sidecar), partial(self._list, self._pass, sidecar.parent, now))

    def stop(self) -> None:
        """Stop reading and emit nothing more."""
        self._pass += 1

    def _list(self, this: int, folder: Path, now: Document, done: Future[list[Version]]) -> None:
        if this != self._pass:
            return
        try:
            found = done.result()
        except FileError as error:
            self.failed.emit(error.problem.sentence)
            return
        self.listed.emit(found)
        self._next(this, folder, now, found)

    def _next(self, this: int, folder: Path, now: Document, left: list[Version]) -> None:
        """Submit the next version only after the previous result, so that other jobs can run in between."""
        if left:
            tell = partial(self._tell, this, folder, now, left[1:])
            self._jobs.run(partial(_seen, left[0], folder, now), tell)

    def _tell(self, this: int, folder: Path, now: Document, left: list[Version], done: Future[VersionSeen]) -> None:
        if this == self._pass:
            self.seen.emit(done.result())
            self._next(this, folder, now, left)


def _seen(version: Version, folder: Path, now: Document) -> VersionSeen:
    try:
        found = read_sidecar(version.path, now.article, version.data())
    except FileError as error:
        return VersionSeen(version.path, version.at, problem=_told(error.problem))
    if found.newer:
        return VersionSeen(version.path, version.at, problem=_(NEWER))
    then = anchored(found.document, lambda sha256: kept_text(folder, sha256), found.sha256, found.length).document
    return VersionSeen(version.path, version.at, then, difference(then, now))


def _told(problem: Problem) -> str:
    file, reason = shown(problem.path.name), problem.sentence
    if not problem.line:
        return _("{file}: {reason}").format(file=file, reason=reason)
    return _("{file}, line {line}: {reason}").format(file=file, line=number(problem.line), reason=reason)
