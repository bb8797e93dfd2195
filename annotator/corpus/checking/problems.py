"""Problems of the articles, sidecars and schemes below folders, each with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.corpus.checking.file_check import FileCheck
from annotator.corpus.checking.plan_faults import PlanFaults
from annotator.corpus.chunks import Chunk
from annotator.corpus.desk.signed import SignedDocument
from annotator.corpus.processes import Processes
from annotator.corpus.scheme_sweeps.interrupted import interrupted_changes
from annotator.corpus.tree import Tree, found_below
from annotator.storage.files.file_error import Problem


@dataclass(frozen=True, slots=True)
class Checked:
    """The problems of some files, in their order, the number of sidecars among the files, and the signed ones."""

    problems: tuple[Problem, ...]
    sidecars: int = 0
    signed: tuple[SignedDocument, ...] = ()


class ChunkCheck:
    """A check of one chunk of files after another."""

    def __init__(self) -> None:
        self._check = FileCheck()

    def __call__(self, chunk: Chunk) -> Checked:
        before, self._check.signed = self._check.sidecars, []
        problems = tuple(problem for found in chunk for problem in self._check.of(found))
        return Checked(problems, self._check.sidecars - before, tuple(self._check.signed))


class Check:
    """A check of sidecars with their articles and schemes, each read once; counts sidecars and problems.

    ``signed`` has the standing of each document that is signed.

    With ``jobs`` it is done in that many processes where there are many files.
    """

    def __init__(self, jobs: int = 1) -> None:
        self.sidecars = 0
        self.problems = 0
        self.signed: list[SignedDocument] = []
        self._processes = Processes(ChunkCheck(), jobs, lambda problem: Checked((problem,)))
        self._reported: set[Problem] = set()
        self._tree = Tree()
        self._plans = PlanFaults()

    @property
    def ended(self) -> int:
        """Number of processes that were ended from outside."""
        return self._processes.ended

    def below(self, *paths: Path) -> Iterator[Problem]:
        """Yield the problems below the paths that have not been reported yet."""
        yield from self._new_problems(interrupted_changes(paths))
        yield from self._new_problems(self._plans.begin(paths))
        for checked in self._processes.results(self._plans.noting(found_below(paths, self._tree))):
            self.sidecars += checked.sidecars
            self.signed += checked.signed
            yield from self._new_problems(checked.problems)
        yield from self._new_problems(self._plans.found())

    def _new_problems(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        for problem in problems:
            if problem not in self._reported:
                self._reported.add(problem)
                self.problems += 1
                yield problem if problem.line else replace(problem, line=1)
