"""Reading of regular files with a size limit; pipes and devices are refused."""

from __future__ import annotations

import errno
import stat
from pathlib import Path
from typing import BinaryIO

from annotator.storage.files.file_error import FileError

MIB = 1024 * 1024


def bytes_of(path: Path, at_most: int, error: type[FileError]) -> bytes:
    """Return the content of the file.

    Raises ``error`` where it is larger than ``at_most`` bytes, not a regular file or unreadable.
    """
    try:
        status = path.stat()
        if sentence := _unfit(status.st_mode):
            raise error.at(path, sentence)
        if status.st_size > at_most:
            raise error.at(path, _too_large(status.st_size, at_most))
        with path.open("rb", buffering=0) as file:
            data = file.read(status.st_size + 1)  # read reserves the size that it is given: at_most would be too much
            while len(data) != status.st_size and len(data) <= at_most and (more := file.read(at_most)):
                data += more
    except OSError as failure:
        raise error.at(path, reading_failed(failure)) from failure
    if len(data) > at_most:
        raise error.at(path, _too_large(len(data), at_most))
    return data


def open_file(path: Path, error: type[FileError]) -> BinaryIO:
    """Open the file for reading in chunks.

    Raises ``error`` where it is a folder, a pipe or a device, and OSError where it cannot be opened.
    """
    if sentence := _unfit(path.stat().st_mode):
        raise error.at(path, sentence)
    return path.open("rb")


def is_there(path: Path) -> bool:
    """Return True if the path exists, readable or not; a name that is too long for the disk does not exist."""
    try:
        path.stat()
    except OSError as failure:
        return failure.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
    return True


def is_folder(path: Path) -> bool:
    """Return True if ``path`` is a folder, or a link to one, and accessible."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def reading_failed(failure: OSError) -> str:
    """Return a sentence for the user that tells why a file or folder could not be read."""
    match failure:
        case FileNotFoundError() | NotADirectoryError():
            return "It is not there: it may have been moved, renamed or deleted."
        case PermissionError():
            return "You are not allowed to read it: change its permissions and try again."
        case _:
            return f"It cannot be read: {failure.strerror or failure}."


def _unfit(mode: int) -> str:
    if stat.S_ISREG(mode):
        return ""
    return "This is a folder, not a file." if stat.S_ISDIR(mode) else "This is a pipe or a device, not a file."


def _too_large(size: int, at_most: int) -> str:
    return (
        f"It is too large: {size / MIB:.1f} MiB, where {at_most // MIB} MiB is the limit. Split it into smaller files."
    )
