"""Changes of a scheme that go through all sidecars of the folder: previewed, carried out and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.corpus.scheme_sweeps.plan import plan_of
from annotator.corpus.scheme_sweeps.sweeping import Sweep
from annotator.corpus.scheme_sweeps.taking_back import take_back
from annotator.corpus.scheme_sweeps.tally import Tally
from annotator.corpus.tree import count_sidecars
from annotator.model.scheme_changes.changes import RefusedChangeError, SchemeChange
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork, Passing
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.saved_first import SavedFirst
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.scheme_journal import last_change
from annotator.translation.messages import _


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change would do; ``notes`` say what changes beside what was asked for."""

    change: SchemeChange
    tally: Tally
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was carried out, or taken back."""

    title: str
    tally: Tally
    back: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A change that cannot be, with the sentence that says why."""

    sentence: str


class SweepRuns(LongWork):
    """One change at a time, after pending saves; ``ended`` gives a Preview, Done, Refused, a sentence or None."""

    def __init__(self, jobs: Jobs, autosave: Autosave, clock: Callable[[], str], parent: QObject) -> None:
        super().__init__(jobs, parent)
        self._saved, self._clock = SavedFirst(autosave, self), clock

    @property
    def running(self) -> bool:
        return self._saved.waiting or super().running

    def preview(self, folder: Path, change: SchemeChange) -> None:
        """Find out what the change would do. Nothing is written."""
        self._saved.do(partial(self.start, partial(_previewed, folder, change)))

    def run(self, folder: Path, change: SchemeChange) -> None:
        """Carry the change out, all or nothing; cancelling takes back what was done."""
        self._saved.do(partial(self.start, partial(_done, folder, change, self._clock())))

    def take_back(self, folder: Path) -> None:
        """Take the last change of the folder's scheme back."""
        self._saved.do(partial(self.start, partial(_taken_back, folder, self._clock())))

    def cancel(self) -> None:
        if self._saved.waiting:
            self._saved.forget()
            self.ended.emit(None)
        super().cancel()


def _previewed(folder: Path, change: SchemeChange, passing: Passing) -> Preview | Refused:
    try:
        with confined_to([folder]):
            passing.begin(_("Counting"), count_sidecars([folder]))
            plan = plan_of(folder, change)
            return Preview(change, Sweep(plan, passed=partial(_pass, passing)).preview(), plan.notes)
    except RefusedChangeError as refused:
        return Refused(refused.sentence)


def _done(folder: Path, change: SchemeChange, at: str, passing: Passing) -> Done | Refused:
    try:
        with confined_to([folder]):
            passing.begin(_("Changing"), count_sidecars([folder]))
            plan = plan_of(folder, change)
            return Done(plan.title, Sweep(plan, passed=partial(_pass, passing)).run(at))
    except RefusedChangeError as refused:
        return Refused(refused.sentence)


def _taken_back(folder: Path, at: str, passing: Passing) -> Done:
    passing.begin(_("Taking back"))
    journal = last_change(folder)
    if journal is None:
        raise SaveError.at(folder, _("There is no change of the scheme to take back."))
    with confined_to([folder]):
        return Done(journal.title, take_back(journal, at), back=True)


def _pass(passing: Passing, count: int) -> None:
    for _sidecar in range(count):
        passing.passed("")
