"""Flushing of a whole file system, which Linux can do and Python has no function for."""

from __future__ import annotations

import ctypes
import os
import sys


def _syncfs() -> ctypes._FuncPointer | None:
    if sys.platform != "linux":
        return None
    function: ctypes._FuncPointer | None = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    return function


SYNC = _syncfs()
CAN_SYNC_DISK = SYNC is not None


def sync_disk_of(handle: int) -> None:
    """Flush all that was written to the file system of an open file or folder. Raises OSError."""
    if SYNC is not None and SYNC(handle):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
