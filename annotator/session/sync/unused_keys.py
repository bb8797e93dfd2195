"""Keys for values in the open folder's scheme that do nothing, told when the scheme is read."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.session.background.jobs import Jobs
from annotator.session.opening.folder import Folder
from annotator.session.session import Session
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import Problem, SchemeError, shown
from annotator.storage.schemes.scheme_lookup import scheme_path, unused_keys
from annotator.storage.yaml.lined_mapping import YamlError
from annotator.translation.messages import _, ngettext, number


class UnusedKeys(QObject):
    """Look for such keys in the background, when a folder is listed and when its scheme is another."""

    def __init__(self, session: Session, folder: Folder, jobs: Jobs) -> None:
        super().__init__(session)
        self._session, self._folder, self._jobs = session, folder, jobs
        folder.listed.connect(self._look)
        folder.scheme_changed.connect(self._look)

    def _look(self) -> None:
        path = self._folder.path
        if path and self._folder.scheme_problem is None:  # a scheme that is not valid has a sentence of its own
            self._jobs.run(lambda: _found(path), lambda done: self._tell(path, done))

    def _tell(self, path: Path, done: Future[Sequence[Problem]]) -> None:
        if path == self._folder.path and (problems := done.result()):
            self._session.say(_sentence(problems))


def _found(folder: Path) -> Sequence[Problem]:
    with confined_to([folder]):
        path = scheme_path(folder)
        try:
            return unused_keys(path) if is_there(path) else ()
        except (SchemeError, YamlError):
            return ()  # it was changed meanwhile


def _sentence(problems: Sequence[Problem]) -> str:
    """Return the first problem with its place, and how many more there are."""
    first, more = problems[0], len(problems) - 1
    place = _("{file}, line {line}: {reason}")
    told = place.format(file=shown(first.path.name), line=number(first.line or 1), reason=first.sentence)
    if not more:
        return told
    also = ngettext("{problem} {count} more like it.", "{problem} {count} more like it.", more)
    return also.format(problem=told, count=number(more))
