"""One program at a time: between looking at a sidecar and replacing it nobody else may replace it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import hashlib
    import msvcrt
    import tempfile
else:
    import fcntl

PATIENCE = 2.0
"""Seconds to wait for one's turn; then what holds it must be stuck, and saving comes first."""
PAUSE = 0.002


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Wait for the turn to write in the folder; it ends with the block, and with the process.

    It holds between this program's processes on one machine. Where the system has no such locks, as on some network
    disks, there is no waiting.
    """
    handle = _opened(folder)
    try:
        if handle is not None:
            _wait_for(handle)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _wait_for(handle: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            _take(handle)
        except BlockingIOError:
            time.sleep(PAUSE)
        except OSError:
            return
        else:
            return


if sys.platform == "win32":

    def _opened(folder: Path) -> int | None:
        """Windows cannot lock folders: a file of a name made of the folder's stands for it."""
        name = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
        with suppress(OSError):
            return os.open(Path(tempfile.gettempdir(), f"annotator-{name[:32]}.turn"), os.O_RDWR | os.O_CREAT)
        return None

    def _take(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as failure:
            raise BlockingIOError from failure

else:

    def _opened(folder: Path) -> int | None:
        with suppress(OSError):
            return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        return None

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
