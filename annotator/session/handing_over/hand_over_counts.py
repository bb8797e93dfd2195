"""Counts of what a hand-over would have, read in the background after pending saves."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from annotator.corpus.entries import entries_below
from annotator.corpus.kept_back import KeptBack
from annotator.interop.handover.choices import Choices
from annotator.interop.handover.counting import Countable, Counts, countable, counted
from annotator.interop.handover.delivery import documents_of
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import Passing
from annotator.session.saving.autosave import Autosave
from annotator.session.saving.work_after_saving import WorkAfterSaving
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import Problem
from annotator.translation.messages import _

OFTEN = 0.2
"""Time in seconds between two tellings of what was read."""


class Unreadable(NamedTuple):
    """Number of files that cannot be read, and why that forbids to hand over anything; empty where it does not."""

    problems: int
    refusal: str


class HandOverCounts(QObject):
    """Countable parts of the documents of an article or a folder.

    ``grew``: more documents were read, or all were. ``problems`` is the number of unreadable files; ``refusal`` says
    why nothing may be handed over, empty where it may. ``labels`` are annotations by label, ``states`` facts by state.
    """

    grew = Signal()
    _found = Signal(int, object)

    def __init__(self, jobs: Jobs, autosave: Autosave, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = WorkAfterSaving(jobs, autosave, self)
        self._pass = 0  # what was read for earlier sources is ignored
        self._documents: list[Countable] = []
        self._counted: tuple[Choices, int, Counts] = (Choices(), 0, Counts())
        self.labels, self.states = Counter[str](), Counter[str]()
        self.problems, self.refusal = 0, ""
        self.complete = False
        self._found.connect(self._add)
        self._work.ended.connect(self._end)

    def read(self, source: Path, annotator: str | None) -> None:
        """Read the documents of that annotator, or of all, in place of those that were read before."""
        self._pass += 1
        self._documents, self.problems, self.refusal, self.complete = [], 0, "", False
        self._counted = (Choices(), 0, Counts())
        self.labels, self.states = Counter(), Counter()
        this = self._pass
        self._work.cancel()
        self._work.when_saved(lambda: self._work.start(partial(self._read, this, source, annotator)))

    def stop(self) -> None:
        """Stop reading."""
        self._pass += 1
        self._work.cancel()

    def counts(self, choices: Choices) -> Counts:
        """Return how much would be handed over, of what was read so far; what was counted is not counted again."""
        known, number, counts = self._counted
        if known != choices:
            number, counts = 0, Counts()
        counts += counted(self._documents[number:], choices)
        self._counted = choices, len(self._documents), counts
        return counts

    def _read(self, this: int, source: Path, annotator: str | None, passing: Passing) -> Unreadable:
        """Read the documents and tell of them now and then; return what could not be read."""
        passing.begin(_("Looking for documents"))
        found: list[Countable] = []
        problems, told, kept_back = 0, monotonic(), KeptBack([source])
        with confined_to([source]):
            for one in passing.through(documents_of(entries_below([source], kept_back), annotator)):
                if isinstance(one, Problem):
                    problems += 1
                else:
                    found.append(countable(one.document, one.scheme))
                if monotonic() - told > OFTEN:
                    self._found.emit(this, found)
                    found, told = [], monotonic()
        self._found.emit(this, found)
        return Unreadable(problems, kept_back.refusal)

    def _add(self, this: int, found: list[Countable]) -> None:
        if this == self._pass:
            self._documents += found
            for one in found:
                self.labels.update(one.labels)
                self.states.update(one.states)
            self.grew.emit()

    def _end(self, result: object) -> None:
        if isinstance(result, Unreadable):
            self.problems, self.refusal, self.complete = *result, True
            self.grew.emit()
