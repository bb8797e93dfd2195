"""Report of an unexpected error: type, line of code, and a traceback without private paths."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import TracebackType

from annotator.session.errors.error_text import name_of, text_of
from annotator.storage.program.error_log import LoggedError
from annotator.storage.program.private_paths import code_path, without_home

OURS = "annotator/"
FILE = re.compile(r'File "([^"\n]*)", line (\d+)')
UNKNOWN = "an unknown place"


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """Report of an error; ``error`` holds nothing private, ``details`` is the text for the log."""

    error: LoggedError
    details: str

    @property
    def sentence(self) -> str:
        return f"{self.error.kind} at {self.error.place}"

    @property
    def text(self) -> str:
        """Head and details, as in the log."""
        return f"{self.error.head}\n{self.details}"


def report_of(error: BaseException, trace: TracebackType | None, time: str) -> ErrorReport:
    """Return the report of an exception."""
    return ErrorReport(LoggedError(time, _word(name_of(error)), _place(trace)), readable(text_of(error, trace)))


def crash_report(report: str, time: str) -> ErrorReport:
    """Return the report of a crash from the fault handler's output, which lists the innermost line first."""
    head = re.search(r"(?:Fatal Python error|Windows fatal exception): ([^\n]+)", report)
    kind = "".join(word.capitalize() for word in re.findall("[A-Za-z]+", head[1])) if head else "Crash"
    lines = [_line(path, number) for path, number in FILE.findall(report)]
    place = next((line for line in lines if line.startswith(OURS)), lines[0] if lines else UNKNOWN)
    return ErrorReport(LoggedError(time, kind, place), readable(report))


def readable(details: str) -> str:
    """Return the text with shortened paths of code, and ``~`` for the home folder."""
    return without_home(FILE.sub(lambda found: f'File "{code_path(found[1])}", line {found[2]}', details))


def _place(trace: TracebackType | None) -> str:
    """Return the innermost line of this program's code, else the innermost line."""
    lines = [_line(path, str(number)) for path, number in reversed(_steps(trace))]
    return next((line for line in lines if line.startswith(OURS)), lines[0] if lines else UNKNOWN)


def _steps(trace: TracebackType | None) -> list[tuple[str, int]]:
    """Return file and line of each stack frame, the outermost first."""
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
