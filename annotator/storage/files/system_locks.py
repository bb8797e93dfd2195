"""Locks on a folder, as each system has them. Closing the handle releases the lock, as does the end of the process."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import hashlib
    import msvcrt
    import tempfile

    def open_for_locking(folder: Path) -> int | None:
        """Open a file that stands for the folder, since Windows cannot lock folders; None if that fails."""
        name = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
        with suppress(OSError):
            return os.open(Path(tempfile.gettempdir(), f"annotator-{name[:32]}.turn"), os.O_RDWR | os.O_CREAT)
        return None

    def try_to_lock(handle: int) -> None:
        """Take the lock without waiting. Raises BlockingIOError where another process has it, else OSError."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as failure:
            raise BlockingIOError from failure

else:
    import fcntl

    def open_for_locking(folder: Path) -> int | None:
        """Open the folder; None if that fails."""
        with suppress(OSError):
            return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        return None

    def try_to_lock(handle: int) -> None:
        """Take the lock without waiting. Raises BlockingIOError where another process has it, else OSError."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
