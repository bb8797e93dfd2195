"""Where unexpected errors arrive, whatever raised them: they are logged, and told in the GUI thread."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import Self, TextIO, TypeVar

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from annotator.session.errors.crash_file import CrashFile
from annotator.session.errors.error_report import ErrorReport, report_of
from annotator.storage.program.error_log import ErrorLog, LoggedError
from annotator.storage.program.private_paths import without_home

Result = TypeVar("Result")
QT_KINDS = {
    QtMsgType.QtWarningMsg: "QtWarning",
    QtMsgType.QtCriticalMsg: "QtCritical",
    QtMsgType.QtFatalMsg: "QtFatal",
}
MOST_KINDS = 1000
"""How many different errors are told apart; whatever comes then is neither logged nor told."""


class ErrorHooks(QObject):
    """``failed`` gives each failure once, in the GUI thread; while it is being told, others are only logged.

    ``about`` gives what heads the details of each in the log; ``errors`` is where a sentence on each goes.
    """

    failed = Signal(object)
    _arrived = Signal(object)

    def __init__(
        self, log: ErrorLog, clock: Callable[[], str], about: Callable[[], str], errors: TextIO | None
    ) -> None:
        super().__init__()
        self.log = log
        self._clock, self._about, self._errors = clock, about, errors
        self._crash = CrashFile(log.path.with_name("crash.log"))
        self._seen: Counter[tuple[str, str]] = Counter()
        self._lock = threading.RLock()
        self._telling = False
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def __enter__(self) -> Self:
        self.install()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """What comes out of the whole program is reported, and goes no further."""
        failed = isinstance(error, Exception)
        if error is not None and failed:
            self.report(error, trace)
        self.remove()
        return failed

    def install(self) -> None:
        """Take over what Python and Qt do with errors, and log what the last run died of."""
        sys.excepthook = self._uncaught
        threading.excepthook = lambda found: self._in_thread(found.exc_type, found.exc_value, found.exc_traceback)
        sys.unraisablehook = lambda found: self._note_unraisable(found.exc_value, found.exc_traceback)
        qInstallMessageHandler(self._from_qt)
        if crash := self._crash.take():
            self._keep(crash)
        self._crash.watch()

    def remove(self) -> None:
        """Give everything back."""
        qInstallMessageHandler(None)
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        self._crash.leave()

    def report(self, error: BaseException, trace: TracebackType | None = None) -> None:
        """Log an unexpected error and, if it is a new one, tell of it."""
        failure = self._failure(error, trace or error.__traceback__)
        if self._keep(failure) > 1:
            return
        self._say(failure)
        if not self._telling:
            self._arrived.emit(failure)

    def attempt(self, work: Callable[[], Result]) -> Result | None:
        """What ``work`` gives; None, and a report of it, where it fails."""
        try:
            return work()
        except Exception as error:  # noqa: BLE001 # the edge where unexpected errors end
            self.report(error)
            return None

    def _tell(self, failure: ErrorReport) -> None:
        if self._telling:
            return
        self._telling = True
        try:
            self.failed.emit(failure)
        finally:
            self._telling = False

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error, trace)

    def _in_thread(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if not issubclass(kind, SystemExit):
            self.report(error or kind(), trace)

    def _note_unraisable(self, error: BaseException | None, trace: TracebackType | None) -> None:
        """An error while something was being thrown away: logged, but the work does not suffer."""
        if error is not None:
            self._keep(self._failure(error, trace))

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        self._print(message)
        if kind in QT_KINDS:
            place = str(context.category or "default")
            details = f"{self._about()}\n{without_home(message)}"
            self._keep(ErrorReport(LoggedError(self._clock(), QT_KINDS[kind], place), details))

    def _failure(self, error: BaseException, trace: TracebackType | None) -> ErrorReport:
        failure = report_of(error, trace, self._clock())
        return replace(failure, details=f"{self._about()}\n{failure.details}")

    def _keep(self, failure: ErrorReport) -> int:
        """Log the failure, the same one ever more seldom; how often it was met."""
        sort = failure.error.kind, failure.error.place
        with self._lock:
            if sort not in self._seen and len(self._seen) >= MOST_KINDS:
                return MOST_KINDS
            self._seen[sort] += 1
            count = self._seen[sort]
            if str(count).strip("0") == "1":
                again = f"Met {count} times in this run.\n" if count > 1 else ""
                self.log.add(failure.error, again + failure.details)
        return count

    def _say(self, failure: ErrorReport) -> None:
        where = without_home(str(self.log.path))
        more = f" More is in {where}." if self.log.path.is_file() else ""
        self._print(f"annotator: An unexpected error: {failure.sentence}.{more}")

    def _print(self, line: str) -> None:
        if self._errors:
            with suppress(OSError, ValueError):  # nobody listens any longer
                print(line, file=self._errors, flush=True)
