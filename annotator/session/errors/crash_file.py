"""File to which Python's fault handler writes a traceback when the process is killed by a signal."""

from __future__ import annotations

import faulthandler
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

from annotator.session.errors.error_report import ErrorReport, crash_report
from annotator.storage.program.private_files import open_to_append

MOST_BYTES = 64 * 1024


class CrashFile:
    """Crash file, empty unless a run has crashed; the next run reads and empties it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: FileIO | None = None

    def take(self) -> ErrorReport | None:
        """Return the report of a crashed run and empty the file; None if no run has crashed. Never raises OSError."""
        try:
            if not self._path.is_file() or not self._path.stat().st_size:
                return None
            time = datetime.fromtimestamp(self._path.stat().st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            with self._path.open("r+b") as file:
                report = file.read(MOST_BYTES).decode("utf-8", "replace")
                file.truncate(0)
        except OSError:
            return None
        return crash_report(report, time)

    def watch(self) -> None:
        """Enable the fault handler; do nothing if the file cannot be opened."""
        try:
            self._file = FileIO(open_to_append(self._path), "a")
        except OSError:
            return
        faulthandler.enable(self._file)

    def leave(self) -> None:
        """Disable the fault handler and close the file; another process may use it too, so it is not removed."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
