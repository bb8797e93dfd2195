"""Files that only the user may read: settings, logs, copies of work."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

PRIVATE, PRIVATE_FOLDER = 0o600, 0o700
OTHERS = 0o077
APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


def make_folder(path: Path) -> None:
    """Make the folder, if there is none; a new one is the user's alone. Raises OSError."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def open_to_append(path: Path) -> int:
    """Open the file, never waiting, as a pipe would have it; the caller closes it. Raises OSError."""
    make_folder(path.parent)
    narrow(path)
    return os.open(path, APPEND, PRIVATE)


def narrow(path: Path) -> None:
    """Take from others the right to read the file, if there is one and it is a regular one."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        mode = path.stat().st_mode
        if stat.S_ISREG(mode) and mode & OTHERS:
            path.chmod(stat.S_IMODE(mode) & ~OTHERS)
