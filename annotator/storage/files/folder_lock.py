"""A lock on a folder between processes, held from the comparison of a sidecar until its replacement."""

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

TIMEOUT = 2.0
"""Seconds to wait for the lock; then its holder is taken to hang, and the caller goes on without the lock."""
RETRY_INTERVAL = 0.002


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of the folder for the duration of the block; the end of the process releases it too.

    The lock excludes other processes of this program on the same machine. On a file system without locks, such as some
    network disks, and after ``TIMEOUT`` seconds of waiting, the block runs without the lock.
    """
    handle = _open_for_locking(folder)
    try:
        if handle is not None:
            _wait_for(handle)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _wait_for(handle: int) -> None:
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            _try_to_lock(handle)
        except BlockingIOError:
            time.sleep(RETRY_INTERVAL)
        except OSError:
            return
        else:
            return


if sys.platform == "win32":

    def _open_for_locking(folder: Path) -> int | None:
        """Open a file that stands for the folder, since Windows cannot lock folders; None if that fails."""
        name = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
        with suppress(OSError):
            return os.open(Path(tempfile.gettempdir(), f"annotator-{name[:32]}.turn"), os.O_RDWR | os.O_CREAT)
        return None

    def _try_to_lock(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as failure:
            raise BlockingIOError from failure

else:

    def _open_for_locking(folder: Path) -> int | None:
        with suppress(OSError):
            return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        return None

    def _try_to_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
