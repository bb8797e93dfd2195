"""Jobs in a background thread, with results delivered in the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, wait
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

Result = TypeVar("Result")
AFTER_PAINTING_MS = 25
"""Delay before a job, so that what has changed is painted first: the job's thread competes for the interpreter."""


class Threads(NamedTuple):
    """Threads beside the window's.

    ``disk`` reads and writes articles and sidecars in order; ``scan`` scans folders; ``long`` exports and imports.
    """

    disk: Executor
    scan: Executor
    long: Executor


class Jobs(QObject):
    """Queue of functions for a one-thread executor; callbacks run in the thread of this object.

    ``around`` is called for each function as it is queued, and returns what it runs within.
    """

    _ended = Signal(object, object)

    def __init__(
        self,
        executor: Executor,
        parent: QObject | None = None,
        *,
        around: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        super().__init__(parent)
        self._executor, self._around = executor, around
        self._due: dict[Future[Any], Future[None]] = {}
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Result], then: Callable[[Future[Result]], None]) -> Future[Result]:
        """Queue ``work`` and return its future; when that is done, and not cancelled, call ``then`` with it."""
        future = self._executor.submit(_within, self._around(), work)
        self._due[future] = self._executor.submit(self._announce, future, then)
        return future

    def finish(self) -> None:
        """Block until all jobs are done and their callbacks have returned, including jobs queued by callbacks."""
        while self._due:
            wait(list(self._due.values()))
            QCoreApplication.sendPostedEvents(self)

    def _announce(self, future: Future[Any], then: Callable[[Future[Any]], None]) -> None:
        wait([future])
        self._ended.emit(future, then)

    def _deliver(self, future: Future[Any], then: Callable[[Future[Any]], None]) -> None:
        self._due.pop(future)
        if not future.cancelled():
            then(future)


def _within(around: AbstractContextManager[object], work: Callable[[], Result]) -> Result:
    with around:
        return work()
