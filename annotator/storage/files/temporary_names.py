"""Names of temporary files with machine and process id, so that files left by a crash can be recognised."""

from __future__ import annotations

import os
import re
import secrets
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from annotator.storage.files.processes import is_running, this_machine

NAME = re.compile(r"\.annotator-(?:(?P<machine>[0-9a-f]{8})-(?P<pid>[0-9]{1,10})-)?[0-9a-f]{16}\.tmp")
HOUR = 3600.0


def temporary_name() -> str:
    """Return a new name for a temporary file of this process; it is short, whatever it stands for."""
    return f".annotator-{_machine()}-{os.getpid()}-{secrets.token_hex(8)}.tmp"


def temporary_beside(path: Path) -> Path:
    """Return a new path for a temporary file in the same folder."""
    return path.with_name(temporary_name())


def is_temporary(name: str) -> bool:
    """Return True if the name is that of a temporary file, whether its process has ended or not."""
    return NAME.fullmatch(name) is not None


def is_stray(name: str, seconds_old: float, after: float = HOUR) -> bool:
    """Return True if the name is that of a temporary file whose process has ended.

    Processes of other machines cannot be checked: their files count as abandoned ``after`` that many seconds.
    """
    match = NAME.fullmatch(name)
    if match is None:
        return False
    if match["machine"] == _machine():
        return not is_running(int(match["pid"]))
    return seconds_old > after


def _machine() -> str:
    return _short_name_of(this_machine())


@lru_cache(1)
def _short_name_of(machine: str) -> str:
    return sha256(machine.encode("utf-8", "surrogatepass")).hexdigest()[:8]
