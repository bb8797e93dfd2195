"""What differs by system when a file is replaced: who owns it, its attributes, and how it reaches the disk."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

NOT_FOR_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF)


def take_after(path: Path, old: os.stat_result, new: Path) -> None:
    """Give the new file the owner, group, attributes and permissions of the old one, as far as that is allowed."""
    if sys.platform != "win32":
        for user, group in ((old.st_uid, -1), (-1, old.st_gid)):
            with suppress(PermissionError):
                os.chown(new, user, group)
    if sys.platform == "linux":
        _copy_attributes(path, new)
    new.chmod(stat.S_IMODE(old.st_mode))


def sync_file(handle: int) -> None:
    """Wait until what was written would outlive a power cut. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # not every disk can
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # there, fsync leaves it in the disk's own memory
            return
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names would outlive a power cut. Raises OSError."""
    if sys.platform == "win32":
        return  # Windows cannot open folders for this, and needs not
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    except OSError as failure:
        if failure.errno not in NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(handle)


def _copy_attributes(path: Path, new: Path) -> None:
    if sys.platform == "linux":
        with suppress(OSError):
            for name in os.listxattr(path):
                with suppress(OSError):  # some are the system's to set
                    os.setxattr(new, name, os.getxattr(path, name))
