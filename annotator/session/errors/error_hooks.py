"""Hooks for unexpected errors of Python and Qt, which are logged and reported in the GUI thread."""

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
from annotator.session.errors.error_text import without_names
from annotator.storage.program.error_log import ErrorLog, LoggedError
from annotator.storage.program.private_paths import without_home

Result = TypeVar("Result")
QT_KINDS = {
    QtMsgType.QtWarningMsg: "QtWarning",
    QtMsgType.QtCriticalMsg: "QtCritical",
    QtMsgType.QtFatalMsg: "QtFatal",
}
MOST_KINDS = 1000
"""Limit of different errors in one run; further ones are neither logged nor reported."""


class ErrorHooks(QObject):
    """Hooks of the process. ``failed`` gives an ErrorReport once for each different error, in the GUI thread.

    ``crash`` is the report of the run before where that crashed, else None. Errors that arrive while ``failed`` is
    being handled are only logged. ``about`` returns the text that heads the details of each error in the log;
    ``errors`` is the stream for one line on each error.
    """

    failed = Signal(object)
    _arrived = Signal(object)

    def __init__(
        self, log: ErrorLog, clock: Callable[[], str], about: Callable[[], str], errors: TextIO | None
    ) -> None:
        super().__init__()
        self.log = log
        self._clock, self._about, self._errors = clock, about, errors
        self.crash: ErrorReport | None = None
        self._crash = CrashFile(log.crash_file)
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
        """Report an exception that reaches the top of the program and suppress it."""
        failed = isinstance(error, Exception)
        if error is not None and failed:
            self.report(error, trace)
        self.remove()
        return failed

    def install(self) -> None:
        """Install the hooks of Python and Qt, and log the crash of an earlier run if there was one."""
        sys.excepthook = self._uncaught
        threading.excepthook = lambda found: self._in_thread(found.exc_type, found.exc_value, found.exc_traceback)
        sys.unraisablehook = lambda found: self._note_unraisable(found.exc_value, found.exc_traceback)
        qInstallMessageHandler(self._from_qt)
        self.crash = self._crash.take()
        if self.crash:
            self._keep(self.crash)
        self._crash.watch()

    def remove(self) -> None:
        """Restore the hooks of Python and Qt and close the crash file."""
        qInstallMessageHandler(None)
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        self._crash.leave()

    def report(self, error: BaseException, trace: TracebackType | None = None) -> None:
        """Log an unexpected error and, the first time, print it and emit ``failed``."""
        failure = self._failure(error, trace or error.__traceback__)
        if self._keep(failure) > 1:
            return
        self._say(failure)
        if not self._telling:
            self._arrived.emit(failure)

    def attempt(self, work: Callable[[], Result]) -> Result | None:
        """Return the result of ``work``; if it raises, report the error and return None."""
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
        """Log an error that was raised in a destructor, without reporting it to the user."""
        if error is not None:
            self._keep(self._failure(error, trace))

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        self._print(message)
        if kind in QT_KINDS:
            place = str(context.category or "default")
            details = f"{self._about()}\n{without_home(without_names(message))}"
            self._keep(ErrorReport(LoggedError(self._clock(), QT_KINDS[kind], place), details))

    def _failure(self, error: BaseException, trace: TracebackType | None) -> ErrorReport:
        failure = report_of(error, trace, self._clock())
        return replace(failure, details=f"{self._about()}\n{failure.details}")

    def _keep(self, failure: ErrorReport) -> int:
        """Count the failure and return the count; log it at counts 1, 10, 100 and so on."""
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
            with suppress(OSError, ValueError):  # the stream is closed
                print(line, file=self._errors, flush=True)
