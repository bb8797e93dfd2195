"""Atomic replacement of a file: after a failure its old content is intact."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from io import FileIO
from pathlib import Path

from annotator.storage.files.file_error import SaveError
from annotator.storage.files.flushing import is_flushed_later
from annotator.storage.files.folder_handle import NEW, FolderHandle
from annotator.storage.files.real_place import LeadsOutError, real_place
from annotator.storage.files.system_files import copy_metadata, sync_file
from annotator.storage.files.temporary_names import temporary_name
from annotator.translation.messages import _

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_atomically(path: Path, data: bytes, *, durable: bool = True, follow: bool = False, mode: int = 0o666) -> None:
    """Replace the content of the file by ``data`` and sync it to disk. Raises SaveError where that fails.

    A link to a file in the same folder, or below it, stays a link and that file is written; one that leads out of the
    folder is refused unless ``follow``. The file keeps its permissions, its extended attributes and, if the system
    allows it, its owner and group. After a failure the old file is unchanged. Of several hard links only this one gets
    the new bytes. Without ``durable`` the replacement is atomic as well, but may be lost in a power cut.
    ``mode`` is that of a new file, less the umask.
    """
    try:
        with real_place(path, follow=follow) as (folder, name):
            replace_in(folder, name, data, durable=durable, mode=mode)
    except OSError as failure:
        raise SaveError.at(path, saving_failed(failure)) from failure


def replace_in(folder: FolderHandle, name: str, data: bytes, *, durable: bool = True, mode: int = 0o666) -> None:
    """Replace a file of the folder by one that holds ``data``; a link of that name is replaced, not followed.

    A new file within ``flushed_together`` is flushed with the others. Raises OSError; then the old file is unchanged.
    """
    old = status_of(folder, name)
    temporary = temporary_name()
    file = FileIO(folder.file(temporary, NEW, mode), "w")
    durable = durable and not (old is None and is_flushed_later(folder))
    try:
        with file:
            if old is not None:
                copy_metadata(folder, name, old, file.fileno())
            write_all(file, data)
            if durable:
                sync_file(file.fileno())
        folder.replace(temporary, name)
    except BaseException:
        with suppress(FileNotFoundError):
            folder.remove(temporary)
        raise
    if durable:
        folder.sync()


def status_of(folder: FolderHandle, name: str) -> os.stat_result | None:
    """Return the status of the file to be replaced; None where there is none, or a link.

    Raises OSError: IsADirectoryError, FileExistsError for a pipe or a device, PermissionError.
    """
    try:
        status = folder.status(name)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, _("a folder of that name is in the way"))
    if stat.S_ISLNK(status.st_mode):
        return None
    refuse_pipe(status)
    if not folder.may_write(name):
        raise PermissionError(errno.EACCES, _("the file is write-protected"))
    return status


def refuse_pipe(status: os.stat_result) -> None:
    """Raise FileExistsError for what is neither a file nor a folder: nobody wants a device replaced by a file."""
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise FileExistsError(errno.EEXIST, _("a pipe or a device of that name is in the way"))


def write_all(file: FileIO, data: bytes) -> None:
    """Write the data as the whole content of the file. Raises OSError."""
    append_all(file, data)
    check_size(file, len(data))


def append_all(file: FileIO, data: bytes) -> None:
    """Write all of the data, which one call to the system may not. Raises OSError."""
    rest = memoryview(data)
    while rest:
        written = file.write(rest)
        if not written:
            raise OSError(errno.ENOSPC, _("nothing more could be written"))
        rest = rest[written:]


def check_size(file: FileIO, size: int) -> None:
    """Raise OSError where the file on disk has not that many bytes."""
    if os.fstat(file.fileno()).st_size != size:
        raise OSError(errno.EIO, _("the file on disk is shorter than what was written"))


def saving_failed(failure: OSError) -> str:
    """Return a sentence for the user that tells why a file could not be saved."""
    match failure:
        case LeadsOutError():
            return _("It could not be saved: it is a link that leads out of its folder, and is not followed.")
        case OSError(errno=errno.ELOOP):
            return _("It could not be saved: a link is in the way, and links are not followed here. Remove it.")
        case OSError(errno=code) if code in NO_ROOM:
            return _("It could not be saved: the disk is full. Make room on it and save again.")
        case OSError(errno=errno.ENAMETOOLONG):
            return _("It could not be saved: its name is too long for this disk. Give the article a shorter name.")
        case OSError(errno=errno.EROFS):
            return _("It could not be saved: the disk is read-only. Copy the folder to another place.")
        case PermissionError():
            return _(
                "It could not be saved: you are not allowed to write here. Change the permissions or copy the folder."
            )
        case FileNotFoundError() | NotADirectoryError():
            return _("It could not be saved: its folder is no longer there. Bring the folder back and save again.")
        case other:
            return _("It could not be saved: {reason}.").format(reason=other.strerror or other)
