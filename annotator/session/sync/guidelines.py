"""The guidelines that belong to the open article: the folder's file, or else what its scheme says."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.language.label_names import shown_name
from annotator.model.scheme import Scheme
from annotator.session.background.jobs import Jobs
from annotator.session.session import Session
from annotator.session.sync.file_watch import PathWatch
from annotator.storage.files.file_error import Problem, shown
from annotator.translation.messages import _, number


class Guidelines(QObject):
    """Markdown of the guidelines while they are followed. ``changed``: another text, or another problem.

    ``text`` is that of the folder's file if ``is_own``, else made of the scheme. ``problem`` says why the file is not
    shown; empty where there is none. ``is_read`` tells whether it has been looked for.
    """

    changed = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session, self._jobs = session, jobs
        self._watch = PathWatch(self)
        self._watch.stirred.connect(self._look)
        self._follows, self._folder = False, Path()
        self._scheme: Scheme | None = None
        self.text, self.problem, self.is_own, self.is_read = "", "", False, False
        session.opened.connect(self._look)

    def follow(self, *, on: bool) -> None:
        """Read the guidelines and follow their changes from now on, or leave them alone."""
        self._follows = on
        self._look()

    def _look(self) -> None:
        """Read the file in the background; the scheme's own words stand in until it is read."""
        current = self._session.current
        if not self._follows or current is None:
            self._watch.watch(())
            return
        folder, scheme = current.path.parent, current.scheme
        if folder != self._folder or scheme is not self._scheme:
            self._folder, self._scheme = folder, scheme
            self.is_read = False
            self._show("", "", is_own=False)
        from annotator.storage.schemes.guidelines_file import NAMES  # here: most windows never show the guidelines

        self._watch.watch([folder, *(folder / name for name in NAMES)])
        self._jobs.run(lambda: _read(folder), lambda done: self._take(folder, done))

    def _take(self, folder: Path, done: Future[tuple[str | None, Problem | None]]) -> None:
        text, problem = done.result()
        if folder == self._folder:
            self.is_read, first = True, not self.is_read
            self._show(text or "", _told(problem) if problem else "", is_own=text is not None, anew=first)

    def _show(self, text: str, problem: str, *, is_own: bool, anew: bool = False) -> None:
        if not is_own and self._scheme:
            from annotator.storage.schemes.scheme_guide import shown_guide  # here: likewise

            text = shown_guide(self._scheme, _, shown_name)
        if anew or (text, problem, is_own) != (self.text, self.problem, self.is_own):
            self.text, self.problem, self.is_own = text, problem, is_own
            self.changed.emit()


def _read(folder: Path) -> tuple[str | None, Problem | None]:
    from annotator.storage.schemes.guidelines_file import GuidelinesError, guidelines_of  # here: likewise

    try:
        return guidelines_of(folder), None
    except GuidelinesError as error:
        return None, error.problem


def _told(problem: Problem) -> str:
    name = shown(problem.path.name)
    if problem.line is None:
        return _("{file}: {problem}").format(file=name, problem=problem.sentence)
    return _("{file}, line {line}: {reason}").format(file=name, line=number(problem.line), reason=problem.sentence)
