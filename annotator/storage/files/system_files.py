"""File operations that differ by system: copying a file's metadata, and flushing a file to disk."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress

from annotator.storage.files.folder_handle import FolderHandle


def copy_metadata(folder: FolderHandle, name: str, old: os.stat_result, new: int) -> None:
    """Copy owner, group, extended attributes and permissions to the new file, as far as the system allows."""
    if sys.platform == "win32":
        return
    own = os.fstat(new)  # nearly always it is the same already, and to set it again is written to the disk
    for user, group in ((old.st_uid, -1), (-1, old.st_gid)):
        if user not in (-1, own.st_uid) or group not in (-1, own.st_gid):
            with suppress(PermissionError):
                os.fchown(new, user, group)
    if sys.platform == "linux":
        with suppress(OSError):  # a file that may be written need not be readable
            _copy_attributes(folder, name, new)
    if os.fstat(new).st_mode != old.st_mode:  # asked again, as a new owner or an access list may have altered it
        os.fchmod(new, stat.S_IMODE(old.st_mode))


def sync_file(handle: int) -> None:
    """Flush the file to disk, so that it survives a power cut. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # not every disk supports it
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # on macOS, fsync does not flush the disk's own cache
            return
    os.fsync(handle)


def _copy_attributes(folder: FolderHandle, name: str, new: int) -> None:
    if sys.platform == "linux":
        handle = folder.file(name)
        try:
            for attribute in os.listxattr(handle):
                with suppress(OSError):  # only the system may set some
                    os.setxattr(new, attribute, os.getxattr(handle, attribute))
        finally:
            os.close(handle)
