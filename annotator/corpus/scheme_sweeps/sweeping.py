"""A change of a scheme carried out below a folder, or looked at before; an interrupted one goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from annotator.corpus.chunks import Chunk
from annotator.corpus.processes import LARGE, Processes
from annotator.corpus.scheme_sweeps.chunk_sweep import ChunkSweep, not_swept, refuse_changed, write_scheme
from annotator.corpus.scheme_sweeps.following import Following
from annotator.corpus.scheme_sweeps.plan import Plan, plan_again, refuse_unfinished
from annotator.corpus.scheme_sweeps.taking_back import take_back
from annotator.corpus.scheme_sweeps.tally import Tally
from annotator.corpus.tree import Found, Tree, found_below
from annotator.model.scheme_changes.changes import RefusedChangeError, Remove
from annotator.storage.files.file_error import Problem
from annotator.storage.files.folder_lock import folder_lock
from annotator.storage.saving.conflict_copies import conflict_copies_in
from annotator.storage.saving.leftovers import LeftoversClearing
from annotator.storage.saving.scheme_journal import DONE, Journal, begun_journal
from annotator.storage.sidecars.sidecar_files import is_sidecar
from annotator.translation.messages import ngettext, number

Passed = Callable[[int], None]
"""Called with the number of sidecars that were looked at since."""


def _nobody(_count: int) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Sweep:
    """A planned change of a scheme; ``jobs`` is the number of processes, ``ended`` how often one was ended."""

    plan: Plan
    jobs: int = 1
    ended: int = 0
    passed: Passed = field(default=_nobody)

    def preview(self) -> Tally:
        """Return what the change would do. Nothing is written."""
        return self._through(ChunkSweep(self.plan))

    def run(self, at: str) -> Tally:
        """Carry it out, all or nothing: what ends it before its end, also an interrupt, takes back what was done.

        ``at`` is the time in UTC. Raises SaveError, also where a scheme or another change has come between it and its
        plan, and RefusedChangeError where it is a removal of something in use of which it is not decided what becomes,
        or where a file cannot be put back: then the change stays open.
        """
        self._refuse_undecided()
        with ExitStack() as carrying_out:
            with folder_lock(self.plan.folder):  # of two that begin at once, the second finds the first
                journal = self._begun(at)
                carrying_out.enter_context(journal.carrying_out())
            return self._finished(journal, at)

    def go_on(self, journal: Journal, at: str) -> Tally:
        """Go on with a change that was interrupted. Raises SaveError and RefusedChangeError as ``run`` does."""
        with journal.carrying_out():
            return self._finished(journal, at)

    def _begun(self, at: str) -> Journal:
        refuse_unfinished(self.plan.folder)
        schemes = list(self.plan.schemes.values())
        for scheme in schemes:
            refuse_changed(self.plan.folder, scheme)
        return begun_journal(self.plan.folder, self.plan.title, self.plan.change, at, schemes)

    def _finished(self, journal: Journal, at: str) -> Tally:
        try:
            for scheme in self.plan.schemes.values():
                write_scheme(self.plan.folder, scheme)
            tally = self._through(ChunkSweep(self.plan, journal, at))
            tally.merge(Following(self.plan, journal, tally.following, at).through())
            journal.ended(DONE, dict(tally.counts))
        except Exception as ended:
            if (back := take_back(journal, at)).is_open:
                raise RefusedChangeError(back.still_open) from ended
            raise
        except BaseException:
            take_back(journal, at)
            raise
        return tally

    def _through(self, work: Callable[[Chunk], Tally]) -> Tally:
        tally, leftovers = Tally(problems=list(self.plan.problems)), LeftoversClearing(histories=False)
        processes = Processes(work, self.jobs, not_swept, LARGE)
        for some in processes.results(_sidecars_below(self.plan.folder)):
            self.passed(some.seen)
            tally.merge(some)
            leftovers.of(*some.folders)
        self.ended = processes.ended
        return tally

    def _refuse_undecided(self) -> None:
        if isinstance(self.plan.change, Remove) and self.plan.change.keep is None and (uses := self.preview().uses):
            sentence = ngettext(
                "{count} item uses it. Decide whether it goes there too, or is kept although the scheme lacks it.",
                "{count} items use it. Decide whether it goes there too, or is kept although the scheme lacks it.",
                uses,
            )
            raise RefusedChangeError(sentence.format(count=number(uses)))


def sweep_again(journal: Journal, jobs: int = 1) -> Sweep:
    """Return the change that was interrupted, to go on with it."""
    return Sweep(plan_again(journal), jobs)


def _sidecars_below(folder: Path) -> Iterator[Found | Problem]:
    """Yield the sidecars below the folder, with the copies of them that other programs have left."""
    copied: set[Path] = set()
    for found in found_below([folder], Tree(articles=False)):
        if isinstance(found, Found):
            if found.file.parent not in copied:
                copied.add(found.file.parent)
                copies = conflict_copies_in(found.file.parent)
                yield from (Found(found.root, copy) for copy in copies if not is_sidecar(copy))
            if is_sidecar(found.file):
                yield found
        else:
            yield found
