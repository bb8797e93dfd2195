"""Flushing of a whole file system, and the beginning of one of a file: Linux can, and Python has no function for it."""

from __future__ import annotations

import ctypes
import os
import sys


def _function(name: str) -> ctypes._FuncPointer | None:
    if sys.platform != "linux":
        return None
    function: ctypes._FuncPointer | None = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return function


SYNC, SYNC_RANGE = _function("syncfs"), _function("sync_file_range")
CAN_SYNC_DISK = SYNC is not None
WRITE, WHOLE = 2, ctypes.c_int64(0)
"""Flag of ``sync_file_range``: begin, and wait for nothing. Offset of all of a file, and its length."""


def sync_disk_of(handle: int) -> None:
    """Flush all that was written to the file system of an open file or folder. Raises OSError."""
    if SYNC is not None and SYNC(handle):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def begin_sync(handle: int) -> None:
    """Let the disk begin to take in what was written to an open file, where the system can: it is not flushed by that.

    Files that are flushed one after another are on the disk far sooner where all have begun.
    """
    if SYNC_RANGE is not None:
        SYNC_RANGE(handle, WHOLE, WHOLE, WRITE)
