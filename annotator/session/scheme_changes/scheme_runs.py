"""Preview, carry out and take back changes of the folder's scheme in the background, after pending saves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.corpus.scheme_sweeps.plan import Plan, plan_of, refuse_going_on
from annotator.corpus.scheme_sweeps.sweeping import Sweep, sweep_again
from annotator.corpus.scheme_sweeps.taking_back import take_back
from annotator.corpus.scheme_sweeps.tally import Tally
from annotator.corpus.seen_sidecars import is_blind
from annotator.corpus.tree import count_sidecars
from annotator.model.scheme_changes.changes import RefusedChangeError, SchemeChange, title_of
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import Passing
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.scheme_journal import Journal, last_change
from annotator.translation.messages import N_, _, ngettext, number

BLIND = N_("The plan of this folder is blind: a reviewer makes changes that go through everybody’s annotations.")


@dataclass(frozen=True, slots=True)
class Preview:
    """Effect that a change would have: the plan with its notes, and the counts."""

    plan: Plan
    tally: Tally


@dataclass(frozen=True, slots=True)
class Swept:
    """Effect of a change, or of taking it ``back``."""

    title: str
    tally: Tally
    back: bool = False

    @property
    def sentence(self) -> str:
        """Sentence on what was done."""
        if self.tally.is_open:
            return self.tally.still_open
        count = self.tally.sidecars
        files = ngettext("{count} file", "{count} files", count).format(count=number(count))
        done = _("Taken back: {title} ({files})") if self.back else _("{title} ({files})")
        return done.format(title=self.title, files=files)


class SchemeRuns(WorkAfterSaving):
    """Changes of a scheme, one at a time, after pending saves, as they write to the open article's sidecar too.

    ``ended`` gives a Preview or a Swept, a sentence that says why it failed, or None where it was cancelled: a
    cancelled change has been taken back.
    """

    def __init__(self, jobs: Jobs, autosave: Autosave, clock: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(jobs, autosave, parent)
        self._clock = clock

    def preview(self, folder: Path, change: SchemeChange) -> None:
        """Count what the change would do. Nothing is written."""
        self.when_saved(lambda: self.start(partial(previewed, folder, change)))

    def run(self, folder: Path, change: SchemeChange, seen: Plan | None = None) -> None:
        """Carry out the change, unless the schemes are no longer those of the plan that was seen."""
        self.when_saved(lambda: self.start(partial(carried_out, folder, change, self._clock(), seen)))

    def go_on(self, journal: Journal) -> None:
        """Go on with a change that was interrupted."""
        self.when_saved(lambda: self.start(partial(gone_on, journal, self._clock())))

    def take_back(self, journal: Journal) -> None:
        """Take back a change, also one that was interrupted; this cannot be cancelled."""
        self.when_saved(lambda: self.start(partial(taken_back, journal, self._clock())))


def change_to_take_back(folder: Path) -> Journal | None:
    """Return the last change of the folder's scheme that has not been taken back; None if there is none."""
    with confined_to([folder]):
        return last_change(folder)


def previewed(folder: Path, change: SchemeChange, passing: Passing) -> Preview:
    """Count what the change would do. Raises RefusedChangeError, FileError, CancelledError."""
    with confined_to([folder]):
        sweep = _begun(Sweep(plan_of(folder, change)), _("Counting"), passing)
        return Preview(sweep.plan, sweep.preview())


def carried_out(folder: Path, change: SchemeChange, now: str, seen: Plan | None, passing: Passing) -> Swept:
    """Carry out the change. Raises RefusedChangeError, FileError, CancelledError; then all is as it was.

    Raises SaveError where the schemes are no longer those of the plan that was ``seen``.
    """
    with confined_to([folder]):
        plan = plan_of(folder, change)
        if seen and plan.schemes != seen.schemes:
            raise SaveError.at(folder / plan.schemes[""].file, _("It has been changed meanwhile; nothing was done."))
        sweep = _begun(Sweep(plan), _("Changing"), passing)
        return Swept(plan.title, sweep.run(now))


def gone_on(journal: Journal, now: str, passing: Passing) -> Swept:
    """Go on with a change that was interrupted.

    Raises RefusedChangeError, FileError, CancelledError; then all is as it was.
    """
    with confined_to([journal.folder]):
        _refuse_settled(journal)
        sweep = _begun(sweep_again(journal), _("Changing"), passing)
        return Swept(title_of(journal.change), sweep.go_on(journal, now))


def taken_back(journal: Journal, now: str, passing: Passing) -> Swept:
    """Take back a change. Raises RefusedChangeError, FileError."""
    passing.begin(_("Taking back"))
    with confined_to([journal.folder]):
        _refuse_blind()
        _refuse_settled(journal)
        return Swept(title_of(journal.change), take_back(journal, now), back=True)


def _refuse_settled(journal: Journal) -> None:
    """Raise SaveError where the change is no longer what it was: gone on with, taken back or followed by another."""
    refuse_going_on(journal)
    if last_change(journal.folder) != journal:
        raise SaveError.at(journal.folder, _("Somebody else has finished this change or taken it back meanwhile."))


def _refuse_blind() -> None:
    """Refuse to change everybody’s annotations for a person who is not to see those of others."""
    if is_blind():
        raise RefusedChangeError(_(BLIND))


def _begun(sweep: Sweep, doing: str, passing: Passing) -> Sweep:
    _refuse_blind()
    passing.begin(doing, count_sidecars([sweep.plan.folder]))

    def passed(count: int) -> None:
        for _one in passing.through(range(count)):
            pass

    sweep.passed = passed
    return sweep
