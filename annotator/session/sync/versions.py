"""Reading a sidecar's earlier versions in the background."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

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

NEWER = "A newer version of Annotator wrote it."
NOTHING = Change()


@dataclass(frozen=True, slots=True)
class VersionSeen:
    """An earlier version as it was read; without a document, ``problem`` says why.

    ``at`` is until when the sidecar was so, in UTC; ``since`` what has been changed from then to now.
    """

    path: Path
    at: str
    document: Document | None = None
    since: Change = NOTHING
    problem: str = ""


class VersionsReader(QObject):
    """``listed``: the versions there are, newest first, as a list. ``seen``: one of them has been read, as VersionSeen.

    ``failed``: they cannot be listed, and why. Each is read by itself, so that other work in the background need not
    wait for all of them.
    """

    listed = Signal(object)
    seen = Signal(object)
    failed = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pass = 0

    def read(self, sidecar: Path, now: Document) -> None:
        """Read the versions of the sidecar; ``now`` is the document they are compared with."""
        self.stop()
        self._jobs.run(lambda: versions(sidecar), partial(self._list, self._pass, sidecar.parent, now))

    def stop(self) -> None:
        """Read no more of them; what has been read is told no longer."""
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
        """Read the next only when one has been told of: meanwhile other work has its turn."""
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
        return VersionSeen(version.path, version.at, problem=NEWER)
    then = anchored(found.document, lambda sha256: kept_text(folder, sha256), found.sha256).document
    return VersionSeen(version.path, version.at, then, difference(then, now))


def _told(problem: Problem) -> str:
    line = f", line {problem.line}" if problem.line else ""
    return f"{shown(problem.path.name)}{line}: {problem.sentence}"
