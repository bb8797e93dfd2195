"""Work in the background whose results come back to the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, wait
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

Result = TypeVar("Result")


class Jobs(QObject):
    """Runs functions one after the other on a one-thread executor; whoever asked hears of the end in this thread."""

    _ended = Signal(object, object)

    def __init__(self, executor: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._due: dict[Future[Any], Future[None]] = {}
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Result], then: Callable[[Future[Result]], None]) -> Future[Result]:
        """Do ``work`` in the background, then call ``then`` with its finished future, unless that was cancelled."""
        future = self._executor.submit(work)
        self._due[future] = self._executor.submit(self._announce, future, then)
        return future

    def finish(self) -> None:
        """Wait until nothing is left to do and every result, and what followed from it, has been delivered."""
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
