"""Trials of an operation: one call to the system fails, then it is tried again, and what is on disk is judged."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.failing.calls import Call, Worker, calls_in, injected
from tests.support.failing.disk_states import State, differing, left_files, neither, state_of, temporary_files
from tests.support.failing.operation import CRASH, Operation

SHORT, SHORT_THEN_ROOM = "short write", "short write that goes on"
HELD = ("-e", "inject=write:delay_exit=40000")
"""So long, in microseconds, does a write take to return, that a limit is lifted before the next."""
TRIES = 4
UNPRINTED, STANDARD_OUTPUT = "The output cannot be written", "(1<"


@dataclass(frozen=True, slots=True)
class Failure:
    """A call that fails with the error; without a call, files that do not grow beyond ``limit`` bytes."""

    error: str
    call: Call | None = None
    limit: int = 0

    def __str__(self) -> str:
        return f"{self.error} of {self.call.name} {self.call.number}, {self.call.line}" if self.call else self.error

    def is_seen_in(self, call: Call) -> bool:
        """Whether this is the call that failed."""
        return call.was_injected if self.call else call.wrote[1] < call.wrote[0]

    @property
    def options(self) -> tuple[str, ...]:
        return injected(self.call, self.error) if self.call else HELD


@dataclass(slots=True)
class Found:
    """What the runs showed: numbers, and faults as sentences."""

    calls: int = 0
    errors: int = 0
    runs: int = 0
    failed: int = 0
    told: int = 0
    lost: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    misnamed: list[str] = field(default_factory=list)
    not_again: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ended:
    """What two attempts of one process answered, the first of which met the failure, and what was on disk after each.

    ``left`` are the temporary files after the first attempt, without folders, whose removal may fail;
    ``strays`` are files and folders after the process has ended and the program has come to the folder again.
    """

    before: State
    answers: tuple[str, str]
    states: tuple[State, State]
    left: list[str]
    strays: list[str]
    calls: list[Call]
    again: list[Call]


class Trial:
    """An operation with the calls that it makes, and what it makes of a folder where none fails."""

    def __init__(self, operation: Operation, place: Path, *, traced: bool = True) -> None:
        self._operation, self._place, self._traced = operation, place, traced
        self._warm_up()
        self._clean = self._run(None)
        assert self._clean.answers == ("", ""), (operation.name, self._clean.answers)
        self.calls = [call for call in self._clean.calls if _is_of_work(call, place)]

    def fail(self, failure: Failure, found: Found) -> None:
        """Let the operation meet the failure, and note what becomes of it."""
        ended = self._met(failure)
        what = f"{self._operation.name}, {failure}"
        found.runs += 1
        found.failed += not self._traced or any(failure.is_seen_in(call) for call in ended.calls)
        found.told += bool(ended.answers[0])
        self._judge_first(ended, failure, what, found)
        self._judge_second(ended, failure, what, found)

    def _met(self, failure: Failure) -> Ended:
        """Run it until the call that failed is one of the work: not always as many calls come before it."""
        for _again in range(TRIES - 1):
            ended = self._run(failure)
            if all(_is_of_work(call, self._place) for call in ended.calls if call.was_injected):
                return ended
        return self._run(failure)

    def _judge_first(self, ended: Ended, failure: Failure, what: str, found: Found) -> None:
        answer, there = ended.answers[0], ended.states[0]
        partial = self._operation.partial and bool(answer)
        if paths := neither(there, ended.before, self._clean.states[0], partial=partial):
            found.lost.append(f"{what}: {' '.join(paths)} ({answer})")
        if not answer and (paths := differing(there, self._clean.states[0])):
            found.silent.append(f"{what}: {' '.join(paths)}")
        if answer.startswith(CRASH) or (UNPRINTED in answer and STANDARD_OUTPUT not in str(failure)):
            found.misnamed.append(f"{what}: {answer}")

    def _judge_second(self, ended: Ended, failure: Failure, what: str, found: Found) -> None:
        answer, there = ended.answers[1], ended.states[1]
        once, twice = self._clean.states
        wanted = {path: twice[path] for path in once if path in twice and differing(there, {path: once[path]})}
        if answer or (paths := differing(there, wanted)):
            found.not_again.append(f"{what}: {answer or ' '.join(paths)}")
        unsynced = self._operation.syncs and failure.error != "EACCES" and failure.call and failure.call.name == "fsync"
        if unsynced and not any(call.name == "fsync" for call in ended.again):
            found.not_again.append(f"{what}: not flushed again")
        removing = failure.call and failure.call.name.startswith(("unlink", "rmdir"))
        if strays := ended.strays or ([] if removing else ended.left):
            found.strays.append(f"{what}: {' '.join(strays)}")

    def _warm_up(self) -> None:
        """Do it once in this process, so that whatever is imported and read once is there in every other."""
        with tempfile.TemporaryDirectory(dir=self._place) as name:
            self._operation.prepare(Path(name))
            self._operation.attempt(Path(name))()

    def _run(self, failure: Failure | None) -> Ended:
        with tempfile.TemporaryDirectory(dir=self._place) as name:
            root, log = Path(name) / "root", Path(name) / "log" if self._traced else None
            root.mkdir()
            self._operation.prepare(root)
            before = state_of(root)
            with Worker(self._operation.attempt(root), log, failure.options if failure else ()) as worker:
                first, after, left = _first(worker, root, failure), state_of(root), left_files(root)
                worker.go()
                second, again = worker.answer(), state_of(root)
            self._operation.clear(root)
            calls, repeated = (calls_in(log), calls_in(log, 2)) if log else ([], [])
            return Ended(before, (first, second), (after, again), left, temporary_files(root), calls, repeated)


def _is_of_work(call: Call, place: Path) -> bool:
    """Whether the call is about the user's files or what is printed, not about the program's own files."""
    return str(place) in call.line or STANDARD_OUTPUT in call.line


def _first(worker: Worker, root: Path, failure: Failure | None) -> str:
    """Let the worker begin, with files limited until it has ended, or until the first has reached the limit."""
    limit = failure.limit if failure else 0
    if limit:
        worker.limit(limit)
    worker.go()
    if failure and failure.error == SHORT_THEN_ROOM:
        _wait_briefly(lambda: _has_file_of(root, limit))
        worker.limit(None)
    answer = worker.answer()
    worker.limit(None)
    return answer


def _wait_briefly(until: Callable[[], bool]) -> None:
    end = time.monotonic() + 1
    while not until() and time.monotonic() < end:
        time.sleep(0.001)


def _has_file_of(root: Path, size: int) -> bool:
    """Whether a file has just that size; what goes meanwhile is passed over."""
    for folder, _, names in os.walk(root):
        for name in names:
            with suppress(FileNotFoundError):
                if Path(folder, name).stat().st_size == size:
                    return True
    return False
