"""Survey of the documents that can be exported: annotators, statuses and numbers of annotations by label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal

from annotator.corpus.entries import entries_below
from annotator.interop.options import Options
from annotator.model.entry import Entry
from annotator.session.background.jobs import Jobs
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.saved_first import SavedFirst
from annotator.storage.files.file_error import Problem

AT_A_TIME = 0.15
"""Duration of one job in seconds; other jobs run in between."""

Found = Iterator[Entry | Problem]


@dataclass(slots=True)
class Group:
    """Documents of one annotator with the same status; ``first`` is the path of the first one.

    ``labels`` counts their annotations by label.
    """

    annotator: str
    status: str
    first: str
    documents: int = 0
    labels: Counter[str] = field(default_factory=Counter)

    def is_chosen(self, options: Options) -> bool:
        """Return True if the options include this annotator and status."""
        if options.statuses and self.status not in options.statuses:
            return False
        return not options.annotators or self.annotator in options.annotators

    def annotations(self, options: Options) -> int:
        """Return the number of annotations whose labels the options include."""
        return sum(count for label, count in self.labels.items() if not options.labels or label in options.labels)


class Survey(QObject):
    """Survey of the documents below a path, made in short jobs after pending saves.

    ``grew``: more documents were counted, or the survey is complete. ``stale`` is True if something was saved since
    it began. ``groups`` are in the order of their first documents; ``problems`` is the number of unreadable files.
    """

    grew = Signal()

    def __init__(self, jobs: Jobs, autosave: Autosave, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._saved = jobs, SavedFirst(autosave, self)
        self._pass = 0  # results of jobs from earlier passes are ignored
        self._groups: dict[tuple[str, str], Group] = {}
        self.problems = 0
        self.complete = self.stale = False
        autosave.state_changed.connect(self._note_change)

    @property
    def groups(self) -> list[Group]:
        return list(self._groups.values())

    def read(self, source: Path) -> None:
        """Start a new survey below this path in place of the current one."""
        self.stop()
        self._groups, self.problems, self.complete = {}, 0, False
        self._saved.do(partial(self._begin, self._pass, source))

    def stop(self) -> None:
        """Stop reading and emit nothing more."""
        self._saved.forget()
        self._pass += 1

    def _begin(self, this: int, source: Path) -> None:
        self.stale = False
        self._next(this, entries_below([source]))

    def _note_change(self) -> None:
        self.stale = True

    def _next(self, this: int, found: Found) -> None:
        self._jobs.run(partial(_some_of, found), partial(self._take, this, found))

    def _take(self, this: int, found: Found, done: Future[tuple[list[Group], int, bool]]) -> None:
        if this != self._pass:
            return
        groups, problems, self.complete = done.result()
        for group in groups:
            self._add(group)
        self.problems += problems
        self.grew.emit()
        if not self.complete:
            self._next(this, found)

    def _add(self, more: Group) -> None:
        known = self._groups.setdefault((more.annotator, more.status), Group(more.annotator, more.status, more.first))
        known.documents += more.documents
        known.labels.update(more.labels)


def _some_of(found: Found) -> tuple[list[Group], int, bool]:
    """Return the groups of the next documents, the number of unreadable ones, and True if none are left."""
    until, problems = monotonic() + AT_A_TIME, 0
    groups: dict[tuple[str, str], Group] = {}
    for entry in found:
        if isinstance(entry, Problem):
            problems += 1
        else:
            _count(entry, groups)
        if monotonic() > until:
            return list(groups.values()), problems, False
    return list(groups.values()), problems, True


def _count(entry: Entry, groups: dict[tuple[str, str], Group]) -> None:
    document = entry.document
    key = document.annotator, document.status.value
    group = groups.setdefault(key, Group(*key, entry.path))
    group.documents += 1
    group.labels.update(annotation.label for annotation in document.annotations.values())
