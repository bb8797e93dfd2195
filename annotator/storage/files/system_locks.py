"""Locks on a folder, as each system has them; each ends with its handle, and with the process."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import hashlib
    import msvcrt
    import tempfile

    def lockable(folder: Path) -> int | None:
        """Open a file of a name made of the folder's, since Windows cannot lock folders; None where that fails."""
        name = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
        with suppress(OSError):
            return os.open(Path(tempfile.gettempdir(), f"annotator-{name[:32]}.turn"), os.O_RDWR | os.O_CREAT)
        return None

    def lock(handle: int) -> None:
        """Take the lock at once. Raises BlockingIOError where another has it, else OSError."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as failure:
            raise BlockingIOError from failure

else:
    import fcntl

    def lockable(folder: Path) -> int | None:
        """Open the folder; None where that fails."""
        with suppress(OSError):
            return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        return None

    def lock(handle: int) -> None:
        """Take the lock at once. Raises BlockingIOError where another has it, else OSError."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
