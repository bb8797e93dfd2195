"""One program at a time: between looking at a sidecar and replacing it nobody else may replace it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.storage.files.system_locks import lock, lockable

PATIENCE = 2.0
"""Seconds to wait for one's turn; then what holds it must be stuck, and saving comes first."""
PAUSE = 0.002


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Wait for the turn to write in the folder; it ends with the block, and with the process.

    It holds between this program's processes on one machine. Where the system has no such locks, as on some network
    disks, there is no waiting.
    """
    handle = lockable(folder)
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
            lock(handle)
        except BlockingIOError:
            time.sleep(PAUSE)
        except OSError:
            return
        else:
            return
