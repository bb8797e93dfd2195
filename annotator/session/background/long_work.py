"""Long work in the background, with throttled progress reports and cancellation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from threading import Event
from time import monotonic
from typing import Any, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from annotator.model.items import altered
from annotator.model.told_error import ToldError
from annotator.session.background.jobs import Jobs
from annotator.translation.messages import N_, _

Item = TypeVar("Item")
OFTEN = 0.08
"""Minimum time between two progress reports, in seconds."""

FAULT = N_("It could not be done because of a fault of the program. Please report it.")


class CancelledError(Exception):
    """The work was cancelled; it must leave nothing behind."""


class Stage(Struct, frozen=True):
    """Progress of a stage such as “Exporting”; ``total`` is 0 if unknown; ``name`` is that of the current item."""

    doing: str
    done: int = 0
    total: int = 0
    name: str = ""


class Passing:
    """Progress reporter for long work; once it is stopped, all its methods but ``stop`` raise CancelledError."""

    def __init__(self, tell: Callable[[Stage], None]) -> None:
        self._tell = tell
        self._unwanted = Event()
        self._stage = Stage("")
        self._told_at = 0.0

    def stop(self) -> None:
        """Cancel the work at its next call of this object; may be called from any thread."""
        self._unwanted.set()

    def begin(self, doing: str, total: int = 0) -> None:
        """Begin another stage of ``total`` items, 0 if unknown."""
        self._stage, self._told_at = Stage(doing, total=total), 0.0
        self.go_on()

    def named(self, name: str) -> None:
        """Show ``name`` as the current item."""
        self._stage = altered(self._stage, name=name)
        self.go_on()

    def passed(self, name: str) -> None:
        """Show ``name`` as the current item and count it."""
        self._stage = altered(self._stage, name=name, done=self._stage.done + 1)
        self.go_on()

    def through(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items and count each of them."""
        for item in items:
            self._stage = altered(self._stage, done=self._stage.done + 1)
            self.go_on()
            yield item

    def go_on(self) -> None:
        """Tell how far the work is, unless that was told just now. Raises CancelledError once the work is stopped."""
        if self._unwanted.is_set():
            raise CancelledError
        now = monotonic()
        if now - self._told_at >= OFTEN:
            self._told_at = now
            self._tell(self._stage)


class LongWork(QObject):
    """Runner of one piece of work at a time. ``progressed`` gives a Stage.

    ``ended`` gives the result of the work, a sentence that says why it failed, or None if it was cancelled. Work whose
    runner is gone, as that of a dialog that is closed, is cancelled, and nobody is told.
    """

    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._passing: Passing | None = None
        self._gone = Event()
        self.destroyed.connect(self._gone.set)

    @property
    def running(self) -> bool:
        return self._passing is not None

    def start(self, work: Callable[[Passing], Any]) -> None:
        """Run ``work`` in the background in place of running work. An error that is told ends it as a sentence."""
        if self._passing:
            self._passing.stop()
        passing = self._passing = Passing(self._tell)
        self._jobs.run(lambda: work(passing), partial(self._end, passing))

    def cancel(self) -> None:
        """Cancel the running work, which leaves nothing behind; ``ended`` follows when it has stopped."""
        if self._passing:
            self._passing.stop()

    def _tell(self, stage: Stage) -> None:
        if self._gone.is_set():
            raise CancelledError
        self.progressed.emit(stage)

    def _end(self, passing: Passing, done: Future[Any]) -> None:
        if passing is not self._passing or self._gone.is_set():
            return
        self._passing = None
        match done.exception():
            case None:
                self.ended.emit(done.result())
            case CancelledError():
                self.ended.emit(None)
            case ToldError() as error:
                self.ended.emit(str(error))
            case error:
                self.ended.emit(_(FAULT))
                raise error
