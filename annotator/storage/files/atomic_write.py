"""Atomic replacement of a file: after a failure its old content is intact."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from io import FileIO
from pathlib import Path

from annotator.storage.files.file_error import SaveError
from annotator.storage.files.temporary_names import temporary_beside

if sys.platform == "darwin":
    import fcntl

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NOT_FOR_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF)


def write_atomically(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace the content of the file by ``data`` and sync it to disk. Raises SaveError where that fails.

    A symbolic link stays a link. The file keeps its permissions, its extended attributes and, if the system allows it,
    its owner and group. After a failure the old file is unchanged. Of several hard links only this one gets the new
    bytes. Without ``durable`` the replacement is atomic as well, but may be lost in a power cut.
    """
    try:
        _replace(Path(os.path.realpath(path)), data, durable)
    except OSError as failure:
        raise SaveError.at(path, saving_failed(failure)) from failure


def _replace(path: Path, data: bytes, durable: bool) -> None:
    old = _status_of(path)
    temporary = temporary_beside(path)
    try:
        with temporary.open("xb", buffering=0) as file:
            if old is not None:
                _copy_metadata(path, old, temporary)
            _write_all(file, data)
            if durable:
                _sync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if durable:
        _sync_folder(path.parent)


def _status_of(path: Path) -> os.stat_result | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder of that name is in the way")
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is write-protected")
    return status


def _copy_metadata(path: Path, old: os.stat_result, new: Path) -> None:
    """Copy owner, group, extended attributes and permissions to the new file, as far as the system allows."""
    if sys.platform != "win32":
        for user, group in ((old.st_uid, -1), (-1, old.st_gid)):
            with suppress(PermissionError):
                os.chown(new, user, group)
    if sys.platform == "linux":
        _copy_attributes(path, new)
    new.chmod(stat.S_IMODE(old.st_mode))


def _copy_attributes(path: Path, new: Path) -> None:
    if sys.platform == "linux":
        with suppress(OSError):
            for name in os.listxattr(path):
                with suppress(OSError):  # only the system may set some
                    os.setxattr(new, name, os.getxattr(path, name))


def _write_all(file: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = file.write(rest)
        if not written:
            raise OSError(errno.ENOSPC, "nothing more could be written")
        rest = rest[written:]
    if os.fstat(file.fileno()).st_size != len(data):
        raise OSError(errno.EIO, "the file on disk is shorter than what was written")


def _sync(handle: int) -> None:
    """Flush the file to disk, so that it survives a power cut."""
    if sys.platform == "darwin":
        with suppress(OSError):  # not every disk supports it
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # on macOS, fsync does not flush the disk's own cache
            return
    os.fsync(handle)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open folders, and need not sync them
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


def saving_failed(failure: OSError) -> str:
    """Return a sentence for the user that tells why a file could not be saved."""
    match failure:
        case OSError(errno=code) if code in NO_ROOM:
            return "It could not be saved: the disk is full. Make room on it and save again."
        case OSError(errno=errno.ENAMETOOLONG):
            return "It could not be saved: its name is too long for this disk. Give the article a shorter name."
        case OSError(errno=errno.EROFS):
            return "It could not be saved: the disk is read-only. Copy the folder to another place."
        case PermissionError():
            return (
                "It could not be saved: you are not allowed to write here. Change the permissions or copy the folder."
            )
        case FileNotFoundError() | NotADirectoryError():
            return "It could not be saved: its folder is no longer there. Bring the folder back and save again."
        case _:
            return f"It could not be saved: {failure.strerror or failure}."
