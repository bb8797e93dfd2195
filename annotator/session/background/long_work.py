"""Long work in the background: how far it has come is told a few times a second, and it can be cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from threading import Event
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.interop.foreign.errors import ForeignError
from annotator.session.background.jobs import Jobs
from annotator.storage.files.file_error import FileError

Item = TypeVar("Item")
OFTEN = 0.08
"""Seconds between two tellings: more often nobody could read it."""

FAULT = "It could not be done, by a fault of the program. Please report it."


class CancelledError(Exception):
    """The work is not wanted any longer; nothing of it stays."""


@dataclass(frozen=True, slots=True)
class Stage:
    """``doing`` says what, as in “Exporting”; ``total`` is 0 as long as nobody knows; ``name`` is what is at hand."""

    doing: str
    done: int = 0
    total: int = 0
    name: str = ""


class Passing:
    """What long work calls as it goes on; whatever is called raises CancelledError once it is not wanted any longer."""

    def __init__(self, tell: Callable[[Stage], None]) -> None:
        self._tell = tell
        self._unwanted = Event()
        self._stage = Stage("")
        self._told_at = 0.0

    def stop(self) -> None:
        """Let the work end where it is."""
        self._unwanted.set()

    def begin(self, doing: str, total: int = 0) -> None:
        """Another stage of the work begins."""
        self._stage, self._told_at = Stage(doing, total=total), 0.0
        self._go_on()

    def named(self, name: str) -> None:
        """That is at hand now."""
        self._stage = replace(self._stage, name=name)
        self._go_on()

    def passed(self, name: str) -> None:
        """That is at hand now, and counts."""
        self._stage = replace(self._stage, name=name, done=self._stage.done + 1)
        self._go_on()

    def through(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, each counted when it comes."""
        for item in items:
            self._stage = replace(self._stage, done=self._stage.done + 1)
            self._go_on()
            yield item

    def _go_on(self) -> None:
        if self._unwanted.is_set():
            raise CancelledError
        now = monotonic()
        if now - self._told_at >= OFTEN:
            self._told_at = now
            self._tell(self._stage)


class LongWork(QObject):
    """One piece of work at a time. ``progressed`` gives a Stage.

    ``ended`` gives what came of it: its result, a sentence on why there is none, or None where it was cancelled.
    """

    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._passing: Passing | None = None

    @property
    def running(self) -> bool:
        return self._passing is not None

    def start(self, work: Callable[[Passing], Any]) -> None:
        """Do it in the background, in place of what is under way; what it raises for files is told as a sentence."""
        if self._passing:
            self._passing.stop()
        passing = self._passing = Passing(self.progressed.emit)
        self._jobs.run(lambda: work(passing), partial(self._end, passing))

    def cancel(self) -> None:
        """Let the work end as if it had not begun; ``ended`` says when."""
        if self._passing:
            self._passing.stop()

    def _end(self, passing: Passing, done: Future[Any]) -> None:
        if passing is not self._passing:
            return
        self._passing = None
        match done.exception():
            case None:
                self.ended.emit(done.result())
            case CancelledError():
                self.ended.emit(None)
            case FileError() | ForeignError() as error:
                self.ended.emit(str(error))
            case error:
                self.ended.emit(FAULT)
                raise error
