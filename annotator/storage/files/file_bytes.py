"""Reading of regular files with a size limit; pipes and devices are refused."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader, FileIO
from pathlib import Path
from typing import BinaryIO

from annotator.storage.files.file_error import FileError
from annotator.storage.files.plain_files import open_plain
from annotator.storage.files.quick_bytes import read_at_once
from annotator.storage.files.real_place import LEADS_OUT, LeadsOutError, real_place
from annotator.translation.messages import N_, _, decimal_number, number

KIB, MIB = 1024, 1024 * 1024
LINK = N_("It cannot be read: a link is in the way, and links are not followed here.")
NO_FILE = N_("This is a folder, not a file.")
NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)


def bytes_of(path: Path, at_most: int, error: type[FileError], *, follow: bool = False) -> bytes:
    """Return the content of the file; a link that leads out of its folder is read only with ``follow``.

    Raises ``error`` where it is larger than ``at_most`` bytes, not a regular file, such a link or unreadable.
    """
    try:
        if (plain := open_plain(path)) is not None and (data := read_at_once(plain, at_most)) is not None:
            return data
        with _opened(path, error, follow=follow) as file:
            size = os.fstat(file.fileno()).st_size
            if size > at_most:
                raise error.at(path, too_large(size, at_most))
            data = file.read(size + 1)  # read reserves the size that it is given: at_most would be too much
            while len(data) != size and len(data) <= at_most and (more := file.read(at_most)):
                data += more
    except OSError as failure:
        raise error.at(path, reading_failed(failure)) from failure
    if len(data) > at_most:
        raise error.at(path, too_large(len(data), at_most))
    return data


def open_file(path: Path, error: type[FileError]) -> BinaryIO:
    """Open the file for reading in chunks.

    Raises ``error`` where it is a folder, a pipe, a device or a link out of its folder; OSError where it cannot be
    opened.
    """
    return BufferedReader(_opened(path, error, follow=False))


def _opened(path: Path, error: type[FileError], *, follow: bool) -> FileIO:
    """Open a regular file. Raises ``error`` where it is none; OSError."""
    if (plain := open_plain(path)) is not None:
        return _regular(FileIO(plain), path, error)
    with real_place(path, follow=follow) as (folder, name):
        if sentence := unfit(folder.status(name).st_mode):  # before it is opened: to open a device may do something
            raise error.at(path, sentence)
        return _regular(FileIO(folder.file(name)), path, error)


def _regular(file: FileIO, path: Path, error: type[FileError]) -> FileIO:
    """Return the file. Raises ``error`` where it was exchanged for something else just before it was opened."""
    if sentence := unfit(os.fstat(file.fileno()).st_mode):
        file.close()
        raise error.at(path, sentence)
    return file


def readers_of(path: Path) -> int:
    """Return the mode for a file that nobody may read or write who may not read or write the file at the path.

    Where the system cannot tell, it is that of a file for its owner alone.
    """
    try:
        return stat.S_IMODE(path.stat().st_mode) & 0o666
    except ValueError:  # no name that a file could have
        return 0o666
    except OSError as failure:
        return 0o666 if failure.errno in NOT_THERE else 0o600


def is_there(path: Path) -> bool:
    """Return True if the path exists, readable or not; a name that is too long for the disk does not exist."""
    try:
        path.stat()
    except OSError as failure:
        return failure.errno not in NOT_THERE
    return True


def is_surely_there(path: Path, error: type[FileError]) -> bool:
    """Return whether the path exists. Raises ``error`` where the system cannot tell."""
    try:
        path.stat()
    except OSError as failure:
        if failure.errno not in NOT_THERE:
            raise error.at(path, reading_failed(failure)) from failure
        return False
    return True


def is_surely_folder(path: Path, error: type[FileError]) -> bool:
    """Return whether the path is a folder, or a link to one. Raises ``error`` where it is not there or not known."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError as failure:
        raise error.at(path, reading_failed(failure)) from failure


def is_folder(path: Path) -> bool:
    """Return True if ``path`` is a folder, or a link to one, and accessible."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def reading_failed(failure: OSError) -> str:
    """Return a sentence for the user that tells why a file or folder could not be read."""
    match failure:
        case LeadsOutError():
            return _(LEADS_OUT)
        case OSError(errno=errno.ELOOP):
            return _(LINK)
        case FileNotFoundError() | NotADirectoryError():
            return _("It is not there: it may have been moved, renamed or deleted.")
        case PermissionError():
            return _("You are not allowed to read it: change its permissions and try again.")
        case IsADirectoryError():
            return _(NO_FILE)
        case other:
            return _("It cannot be read: {reason}.").format(reason=other.strerror or other)


def unfit(mode: int) -> str:
    """Return why what has that mode is no regular file; empty for one."""
    if stat.S_ISREG(mode):
        return ""
    if stat.S_ISLNK(mode):
        return _(LINK)
    return _(NO_FILE) if stat.S_ISDIR(mode) else _("This is a pipe or a device, not a file.")


def too_large(size: int, at_most: int) -> str:
    """Return the sentence on a file of so many bytes where there may be ``at_most``."""
    if at_most < MIB:
        # Translators: KiB is a unit, 1024 bytes
        sentence = _("It is too large: {size} KiB, where {limit} KiB is the limit. Split it into smaller files.")
        return sentence.format(size=number(size // KIB), limit=number(at_most // KIB))
    # Translators: MiB is a unit, 1024 × 1024 bytes
    sentence = _("It is too large: {size} MiB, where {limit} MiB is the limit. Split it into smaller files.")
    return sentence.format(size=decimal_number(size / MIB, 1), limit=number(at_most // MIB))
