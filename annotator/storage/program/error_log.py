"""Log of the program's unexpected errors: a text file of limited size."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from annotator.storage.files.file_error import shown
from annotator.storage.program.private_files import open_to_append

MOST_BYTES = 256 * 1024
MOST_LINES, LONGEST_LINE = 200, 500
OLDER = ".1"
HEAD = re.compile(r"## (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) ([\w.]+) at (.+)")


@dataclass(frozen=True, slots=True)
class LoggedError:
    """An entry of the log: time (UTC), class and code line of an exception; never text of an article."""

    time: str
    kind: str
    place: str

    @property
    def head(self) -> str:
        return f"## {self.time} {self.kind} at {self.place}"


class ErrorLog:
    """Log file with one predecessor: a full file replaces the older one and a new file begins."""

    def __init__(self, path: Path, most_bytes: int = MOST_BYTES) -> None:
        self.path = path
        self._most = most_bytes

    @property
    def crash_file(self) -> Path:
        """Path of the file beside the log that holds the last crash, until the next start has put it into the log."""
        return self.path.with_name("crash.log")

    def has_crash(self) -> bool:
        """Return whether the program has crashed since it was started last."""
        try:
            return self.crash_file.stat().st_size > 0
        except OSError:
            return False

    def add(self, error: LoggedError, details: str) -> bool:
        """Append an entry. Return False if the file cannot be written; never raises OSError."""
        entry = "\n".join([error.head, *_indented(details), "", ""])
        try:
            self._make_room()
            self._append(entry.encode("utf-8", "backslashreplace"))
        except OSError:
            return False
        return True

    def last(self, count: int) -> list[LoggedError]:
        """Return up to ``count`` of the latest errors, the newest first; empty if the file cannot be read."""
        found: list[LoggedError] = []
        for path in (self.path, self._older):
            if len(found) < count:
                found += reversed(_heads(path, 2 * self._most))
        return found[:count]

    @property
    def _older(self) -> Path:
        return self.path.with_name(self.path.name + OLDER)

    def _make_room(self) -> None:
        if self.path.exists() and self.path.stat().st_size >= self._most:
            self.path.replace(self._older)

    def _append(self, data: bytes) -> None:
        handle = open_to_append(self.path)
        try:
            os.write(handle, data)  # one write, since other processes may append too
        finally:
            os.close(handle)


def _indented(details: str) -> list[str]:
    """Return the lines of the details, indented so that none looks like the head of an entry."""
    lines = details.splitlines()
    if len(lines) > MOST_LINES:
        half = MOST_LINES // 2
        lines = [*lines[:half], f"… {len(lines) - 2 * half} more lines …", *lines[-half:]]
    return ["   " + shown(line[:LONGEST_LINE]) for line in lines]


def _heads(path: Path, most: int) -> list[LoggedError]:
    try:
        if not path.is_file():
            return []
        with path.open("rb") as file:
            text = file.read(most).decode("utf-8", "replace")
    except OSError:
        return []
    found = (HEAD.fullmatch(line) for line in text.splitlines())
    return [LoggedError(*match.groups()) for match in found if match]
