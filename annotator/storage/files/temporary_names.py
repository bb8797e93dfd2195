"""Names of temporary files, which tell who is writing: the next start can clear away what a crash left behind."""

from __future__ import annotations

import os
import re
import secrets
from hashlib import sha256
from pathlib import Path

from annotator.storage.files.processes import is_running, this_machine

NAME = re.compile(r"\.annotator-(?:(?P<machine>[0-9a-f]{8})-(?P<pid>[0-9]{1,10})-)?[0-9a-f]{16}\.tmp")
HOUR = 3600.0


def temporary_beside(path: Path) -> Path:
    """A new name in the file's folder; it is short, whatever the file's own name is."""
    return path.with_name(f".annotator-{_machine()}-{os.getpid()}-{secrets.token_hex(8)}.tmp")


def is_stray(name: str, seconds_old: float) -> bool:
    """Whether it is a temporary file that nobody writes any more; one of a running process never is.

    Whether a process of another machine runs cannot be told: its file is left alone for an hour.
    """
    match = NAME.fullmatch(name)
    if match is None:
        return False
    if match["machine"] == _machine():
        return not is_running(int(match["pid"]))
    return seconds_old > HOUR


def _machine() -> str:
    return sha256(this_machine().encode("utf-8", "surrogatepass")).hexdigest()[:8]
