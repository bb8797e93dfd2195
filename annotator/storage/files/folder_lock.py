"""Locks on a folder between processes: from the comparison of a sidecar until its replacement, or for long work."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.storage.files.system_locks import open_for_locking, try_to_lock

TIMEOUT = 2.0
"""Seconds to wait for the lock; then its holder is taken to hang, and the caller goes on without the lock."""
RETRY_INTERVAL = 0.002


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of the folder for the duration of the block; the end of the process releases it too.

    The lock excludes other processes of this program on the same machine. On a file system without locks, such as some
    network disks, and after ``TIMEOUT`` seconds of waiting, the block runs without the lock.
    """
    handle = open_for_locking(folder)
    try:
        if handle is not None:
            _wait_for(handle)
        yield
    finally:
        if handle is not None:
            with suppress(OSError):  # what was done under the lock is done
                os.close(handle)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder as long as the block runs, unless somebody holds it already; nobody is waited for."""
    handle = open_for_locking(folder)
    try:
        if handle is not None:
            with suppress(OSError):
                try_to_lock(handle)
        yield
    finally:
        if handle is not None:
            with suppress(OSError):
                os.close(handle)


def is_held(folder: Path) -> bool:
    """Return whether somebody on this machine holds the folder; False where the system cannot tell."""
    handle = open_for_locking(folder)
    if handle is None:
        return False
    try:
        try_to_lock(handle)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(handle)
    return False


def _wait_for(handle: int) -> None:
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            try_to_lock(handle)
        except BlockingIOError:
            time.sleep(RETRY_INTERVAL)
        except OSError:
            return
        else:
            return
