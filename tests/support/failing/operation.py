"""An operation that writes, in the form in which it can be tried in a process of its own."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from annotator.cli import main
from annotator.storage.files.file_error import FileError

CRASH = "crash: "
Attempt = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Operation:
    """``prepare`` makes a folder; ``start`` gives the attempt, by its number, that says how it failed, or nothing.

    ``clear`` is what the program does when it comes to the folder the next time. ``partial``: a failure that is told
    may leave the result with the files that could be read, as exports do. ``syncs``: what could not be flushed to the
    disk is flushed the next time.
    """

    name: str
    prepare: Callable[[Path], None]
    start: Callable[[Path], Attempt]
    clear: Callable[[Path], object]
    partial: bool = False
    syncs: bool = False

    def attempt(self, root: Path) -> Callable[[], str]:
        """Return the work of a process: each time it is called it attempts the operation once more."""
        os.environ["ANNOTATOR_CONFIG_DIR"] = str(root / "config")
        attempt, numbers = self.start(root), iter(range(1, 10))

        def work() -> str:
            try:
                return attempt(next(numbers))
            except FileError as error:
                return str(error)
            except BaseException:  # noqa: BLE001 # it is what the proof looks for
                return CRASH + traceback.format_exc()

        return work


def run_command(*arguments: str | Path) -> str:
    """Run a command; its output is the process's own, and goes through the system."""
    errors = StringIO()
    with redirect_stderr(errors):
        code = main([str(argument) for argument in arguments])
    crashed = CRASH if "has failed" in errors.getvalue() else ""
    return f"{crashed}exit code {code}. {errors.getvalue()}" if code else ""
