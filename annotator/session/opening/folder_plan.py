"""Plan of the open folder: which of its articles the annotator is to annotate, and whether others are hidden."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from annotator.model.plan import Plan
from annotator.session.background.jobs import Jobs
from annotator.session.opening.folder import Folder
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.plans.plan_reading import plan_of, plan_place
from annotator.storage.sidecars.sidecar_files import annotator_in
from annotator.translation.messages import N_

Stamp: TypeAlias = tuple[int, int, int] | None


BLIND = N_("The plan of this folder is blind: what others annotate is not shown while you annotate.")


class FolderPlan(QObject):
    """Plan of the ``folder``, which is read in the background when the folder is listed, and again when asked.

    ``rows`` are those of the folder's articles that are the annotator's, in order; None where all are shown, because
    the plan is not for them, there is none, or the user has chosen so. ``problem`` says why the plan cannot be read.
    ``changed``: the rows are others now, or what is hidden. ``told``: the problem is another now, or gone, or whom the
    plan expects in place of the annotator.
    """

    changed = Signal()
    told = Signal()

    def __init__(self, folder: Folder, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent or folder)
        self.folder, self._jobs = folder, jobs
        self._plan: Plan | None = None
        self._path: Path | None = None
        self._shows_all = False
        self._stamp: Stamp = None
        self.problem: Problem | None = None
        self.own: Sequence[int] = []
        self.rows: Sequence[int] | None = None
        self._hid = False
        self._told: tuple[Problem | None, Sequence[str]] = None, ()
        folder.listed.connect(self._begin)
        folder.relisted.connect(self._work_out)

    @property
    def is_for_annotator(self) -> bool:
        """Return whether the plan says what the annotator is to do."""
        return self._plan is not None and self._plan.is_for(self.folder.annotator)

    def gives_away(self, article: Path | None) -> bool:
        """Return whether the plan gives the article to others, and the annotator other articles."""
        row = self.folder.row_of(article)
        return self.is_for_annotator and row is not None and row not in self.own

    @property
    def expected(self) -> Sequence[str]:
        """Return the annotators of the plan where the one at work is not in it, not as a reviewer either; else none."""
        plan = self._plan
        return () if plan is None or plan.knows(self.folder.annotator) else plan.annotators

    @property
    def hides_others(self) -> bool:
        """Return whether the annotator is not to see what others annotate."""
        name = self.folder.annotator
        return bool(name) if self.problem else self._plan is not None and self._plan.hides_others_from(name)

    def sees(self, sidecar: Path) -> bool:
        """Return whether the annotator is to see the sidecar, by the annotator in its name."""
        return not self.hides_others or annotator_in(sidecar) == self.folder.annotator

    def show_all(self, *, on: bool) -> None:
        """Show all articles of the folder, or the annotator's own."""
        self._shows_all = on
        self._work_out()

    def refresh(self) -> None:
        """Read the plan where its file is not as it was seen last."""
        if path := self.folder.path:
            self._jobs.run(partial(_read, path, self._stamp), partial(self._take, path))

    def _begin(self) -> None:
        if self.folder.path != self._path:
            self._path, self._shows_all, self._plan, self._stamp = self.folder.path, False, None, None
            self.problem = None
        self._work_out()
        self.refresh()

    def _take(self, path: Path, done: Future[tuple[Stamp, Plan | Problem | None]]) -> None:
        stamp, found = done.result()
        if path != self.folder.path or stamp == self._stamp:
            return
        self._stamp = stamp
        self.problem = found if isinstance(found, Problem) else None
        self._plan = None if isinstance(found, Problem) else found
        self._work_out()

    def _work_out(self) -> None:
        """Find the rows of the annotator's articles; those that are not there have none."""
        plan, name, places = self._plan, self.folder.annotator, self.folder.entries.rows
        files = plan.articles_of(name) if plan and self.is_for_annotator else []
        found = (places.get(file.replace("/", os.sep)) for file in files)
        own = sorted(row for row in found if row is not None)
        rows = own if self.is_for_annotator and not self._shows_all else None
        if (own, rows, self.hides_others) != (self.own, self.rows, self._hid):
            self.own, self.rows, self._hid = own, rows, self.hides_others
            self.changed.emit()
        if (self.problem, self.expected) != self._told:
            self._told = self.problem, self.expected
            self.told.emit()


def _read(folder: Path, seen: Stamp) -> tuple[Stamp, Plan | Problem | None]:
    """Return the stamp of the file, and the plan or why it cannot be read; None if there is none, or as it was seen."""
    try:
        status = plan_place(folder).path.lstat()
    except OSError:
        return None, None
    stamp = status.st_mtime_ns, status.st_size, status.st_ino
    if stamp == seen:
        return stamp, None
    try:
        read = plan_of(folder)
    except FileError as error:
        return stamp, error.problem
    return stamp, read.plan if read else None
