"""An unexpected error as it is told: what it was, where, and a traceback that says nothing of the user's machine."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from types import TracebackType

from annotator.storage.program.error_log import LoggedError
from annotator.storage.program.private_paths import code_path, without_home

OURS = "annotator/"
FILE = re.compile(r'File "([^"\n]*)", line (\d+)')
UNKNOWN = "an unknown place"


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """``details`` is for the log and for whoever looks into it; ``error`` says nothing that is private."""

    error: LoggedError
    details: str

    @property
    def sentence(self) -> str:
        return f"{self.error.kind} at {self.error.place}"

    @property
    def text(self) -> str:
        """All there is to say."""
        return f"{self.error.head}\n{self.details}"


def report_of(error: BaseException, trace: TracebackType | None, time: str) -> ErrorReport:
    """The failure that an exception is."""
    kind = type(error)
    told = traceback.TracebackException(kind, error, trace, compact=True)
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    return ErrorReport(LoggedError(time, _word(name), _place(trace)), readable("".join(told.format())))


def crash_report(report: str, time: str) -> ErrorReport:
    """The failure that the fault handler's last words are about, the innermost line of code first in them."""
    head = re.search(r"(?:Fatal Python error|Windows fatal exception): ([^\n]+)", report)
    kind = "".join(word.capitalize() for word in re.findall("[A-Za-z]+", head[1])) if head else "Crash"
    lines = [_line(path, number) for path, number in FILE.findall(report)]
    place = next((line for line in lines if line.startswith(OURS)), lines[0] if lines else UNKNOWN)
    return ErrorReport(LoggedError(time, kind, place), readable(report))


def readable(details: str) -> str:
    """With short paths of code, and ``~`` for the home folder."""
    return without_home(FILE.sub(lambda found: f'File "{code_path(found[1])}", line {found[2]}', details))


def _place(trace: TracebackType | None) -> str:
    """The innermost line of our own code, else the innermost line."""
    lines = [_line(path, str(number)) for path, number in reversed(_steps(trace))]
    return next((line for line in lines if line.startswith(OURS)), lines[0] if lines else UNKNOWN)


def _steps(trace: TracebackType | None) -> list[tuple[str, int]]:
    """File and line of each step, from the outermost call to where it happened."""
    steps = []
    while trace is not None:
        steps.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    return steps


def _line(path: str, number: str) -> str:
    short = code_path(path)
    return f"{short if not short.startswith('/') else short.rpartition('/')[2]}:{number}"


def _word(name: str) -> str:
    return re.sub(r"[^\w.]", "", name) or "Error"
