"""A file's bytes, read with care: no more than allowed, never from a pipe or a device."""

from __future__ import annotations

import errno
import stat
from pathlib import Path
from typing import BinaryIO

from annotator.storage.files.file_error import FileError

MIB = 1024 * 1024


def bytes_of(path: Path, at_most: int, error: type[FileError]) -> bytes:
    """Everything in the file. Raises ``error`` where that is more than ``at_most`` bytes or cannot be had."""
    try:
        status = path.stat()
        if sentence := _unfit(status.st_mode):
            raise error.at(path, sentence)
        if status.st_size > at_most:
            raise error.at(path, _too_large(status.st_size, at_most))
        with path.open("rb", buffering=0) as file:
            data = file.read(status.st_size + 1)  # the size that is asked for is made room for: not at_most at once
            while len(data) != status.st_size and len(data) <= at_most and (more := file.read(at_most)):
                data += more
    except OSError as failure:
        raise error.at(path, reading_failed(failure)) from failure
    if len(data) > at_most:
        raise error.at(path, _too_large(len(data), at_most))
    return data


def open_file(path: Path, error: type[FileError]) -> BinaryIO:
    """The file, to be read bit by bit. Raises ``error`` where it is a folder, a pipe or a device; OSError."""
    if sentence := _unfit(path.stat().st_mode):
        raise error.at(path, sentence)
    return path.open("rb")


def is_there(path: Path) -> bool:
    """Whether there is such a file, readable or not; a name that the disk cannot hold is not there."""
    try:
        path.stat()
    except OSError as failure:
        return failure.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
    return True


def is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder, or a link to one, that can be reached."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def reading_failed(failure: OSError) -> str:
    """Why a file or folder could not be read, in a sentence."""
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
