"""The file that Python writes its last words to when the process dies of a signal."""

from __future__ import annotations

import faulthandler
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

from annotator.session.errors.error_report import ErrorReport, crash_report

MOST_BYTES = 64 * 1024


class CrashFile:
    """Empty unless a run has crashed; the next one takes what is in it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: FileIO | None = None

    def take(self) -> ErrorReport | None:
        """What a run died of, and forget it; None where none did. Raises nothing."""
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
        """Have the last words written, if the file can be."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = FileIO(self._path, "a")
        except OSError:
            return
        faulthandler.enable(self._file)

    def leave(self) -> None:
        """Let go of the file. It stays: another window may be watching too."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
