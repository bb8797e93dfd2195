"""A lock on a folder between processes, held from the comparison of a sidecar until its replacement."""

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
