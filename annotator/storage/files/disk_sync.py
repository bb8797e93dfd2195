"""Flushing of a whole file system, and the beginning of one of a file: Linux can, and Python has no function for it."""

from __future__ import annotations

import ctypes
import os
import re
import sys


def _function(name: str) -> ctypes._FuncPointer | None:
    if sys.platform != "linux":
        return None
    function: ctypes._FuncPointer | None = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return function


SYNC, SYNC_RANGE, STATUS = _function("syncfs"), _function("sync_file_range"), _function("fstatfs")
CAN_SYNC_DISK = SYNC is not None
TELLS_SINCE = (5, 8)
"""Release of Linux since which ``syncfs`` says that something could not be written."""
OWN_DISKS = {0xEF53, 0x58465342, 0x9123683E, 0xF2F52010, 0x01021994}
"""Numbers of file systems that Linux keeps by itself: ext4, XFS, Btrfs, F2FS and tmpfs."""
LONGEST_STATUS = 64
"""Long numbers that are surely enough for the status of a file system, whose kind is the first."""
WRITE, WHOLE = 2, ctypes.c_int64(0)
"""Flag of ``sync_file_range``: begin, and wait for nothing. Offset of all of a file, and its length."""


def sync_disk_of(handle: int) -> None:
    """Flush all that was written to the file system of an open file or folder. Raises OSError."""
    if SYNC is not None and SYNC(handle):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def keeps_whole(handle: int) -> bool:
    """Return whether ``sync_disk_of`` is as sure as to flush each file of that file system: it says what failed.

    Of a file system that another program or machine keeps it is not known that these flush it too.
    """
    if sys.platform != "linux" or SYNC is None or STATUS is None:
        return False
    release = re.match(r"(\d+)\.(\d+)", os.uname().release)
    if release is None or (int(release[1]), int(release[2])) < TELLS_SINCE:
        return False
    status = (ctypes.c_long * LONGEST_STATUS)()
    return not STATUS(handle, status) and status[0] & 0xFFFFFFFF in OWN_DISKS


def begin_sync(handle: int) -> None:
    """Let the disk begin to take in what was written to an open file, where the system can: it is not flushed by that.

    Files that are flushed one after another are on the disk far sooner where all have begun.
    """
    if SYNC_RANGE is not None:
        SYNC_RANGE(handle, WHOLE, WHOLE, WRITE)
