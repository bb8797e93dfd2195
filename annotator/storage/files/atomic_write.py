"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from io import FileIO
from pathlib import Path

from annotator.storage.files.file_error import SaveError
from annotator.storage.files.system_files import sync_file, sync_folder, take_after
from annotator.storage.files.temporary_names import temporary_beside

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_atomically(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Put ``data`` in the place of what the file holds, on disk when this returns. Raises SaveError.

    A symbolic link stays a link, the file keeps its permissions, its group and owner where that is allowed, and its
    extended attributes; after a failure the old file stands as it was. Of several hard links only this one gets the
    new bytes. What is not ``durable`` is whole as well, but may be lost in a power cut.
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
                take_after(path, old, temporary)
            _write_all(file, data)
            if durable:
                sync_file(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(path.parent)


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


def _write_all(file: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = file.write(rest)
        if not written:
            raise OSError(errno.ENOSPC, "nothing more could be written")
        rest = rest[written:]
    if os.fstat(file.fileno()).st_size != len(data):
        raise OSError(errno.EIO, "the file on disk is shorter than what was written")


def saving_failed(failure: OSError) -> str:
    """Why a file could not be written, in a sentence."""
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
