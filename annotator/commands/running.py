"""Running of a command: failures to print and unexpected exceptions become a message and an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from annotator.session.errors.error_report import report_of
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import shown
from annotator.storage.program.error_log import ErrorLog
from annotator.storage.program.private_paths import without_home
from annotator.storage.program.settings_folder import error_log_file

WRONG_USE = 2
FAULT = 70
PIPE_CLOSED = 141


def run_command(name: str, run: Callable[[], int], paths: Iterable[Path] = ()) -> int:
    """Run the command and return its exit code; report failures of output and unexpected exceptions on stderr.

    No link in the folders ``paths`` is followed out of them.
    """
    try:
        with confined_to(paths):
            code = run()
        sys.stdout.flush()
    except OSError as failure:
        return _unprinted(name, failure) if failure.filename is None else _unread(name, failure)
    except Exception as error:  # noqa: BLE001 – the top level: there is no caller that could handle it
        return _failed(name, error)
    return code


def now() -> str:
    """Return the present time in the form of sidecars: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _unprinted(name: str, failure: OSError) -> int:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes the rest on exit
    if isinstance(failure, BrokenPipeError):
        return PIPE_CLOSED
    print(f"annotator {name}: The output cannot be written: {failure.strerror}.", file=sys.stderr)
    return WRONG_USE


def _unread(name: str, failure: OSError) -> int:
    """Tell of a file that the system had no answer about: unlike a failure to print, this one has a name."""
    print(f"annotator {name}: {shown(os.fsdecode(failure.filename))}: {failure.strerror}.", file=sys.stderr)
    return WRONG_USE


def _failed(name: str, error: Exception) -> int:
    failure, log = report_of(error, error.__traceback__, now()), error_log_file()
    written = ErrorLog(log).add(failure.error, failure.details)
    where = f"The details are in {without_home(str(log))}; please report them." if written else "Please report it."
    print(f"annotator {name}: The program itself has failed: {failure.sentence}. {where}", file=sys.stderr)
    return FAULT


def run_listing(name: str, description: str, arguments: Sequence[str], listed: Callable[[bool], int]) -> int:
    """Run a command that has no argument but ``--json``, for which ``listed`` is called; return the exit code."""
    parser = argparse.ArgumentParser(prog=f"annotator {name}", description=description)
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    as_json = parser.parse_args(arguments).json
    return run_command(name, lambda: listed(as_json))
