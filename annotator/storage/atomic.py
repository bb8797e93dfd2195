"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from pathlib import Path

from annotator.storage.file_error import SaveError

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NOT_FOR_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF)


def write_atomically(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of what the file holds, on disk when this returns. Raises SaveError.

    A link stays a link, the file keeps its permissions, and after a failure the old file stands as it was.
    """
    try:
        _replace(Path(os.path.realpath(path)), data)
    except OSError as failure:
        raise SaveError.at(path, _sentence(failure)) from failure


def _replace(path: Path, data: bytes) -> None:
    mode = _mode_of(path)
    temporary = path.with_name(f".annotator-{secrets.token_hex(8)}.tmp")
    try:
        _write(temporary, data, mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _mode_of(path: Path) -> int | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder of that name is in the way")
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is write-protected")
    return stat.S_IMODE(status.st_mode)


def _write(path: Path, data: bytes, mode: int | None) -> None:
    with path.open("xb", buffering=0) as file:
        if mode is not None:
            path.chmod(mode)
        rest = memoryview(data)
        while rest:
            written = file.write(rest)
            if not written:
                raise OSError(errno.ENOSPC, "nothing more could be written")
            rest = rest[written:]
        os.fsync(file.fileno())
        if os.fstat(file.fileno()).st_size != len(data):
            raise OSError(errno.EIO, "the file on disk is shorter than what was written")


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
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


def _sentence(failure: OSError) -> str:
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
