"""Open folders in which names are looked up without ever following a link.

Where the system has directory handles, each operation is relative to an open folder and refuses links by itself
(``O_NOFOLLOW``), so that what was checked is what is used. Windows has none: there a name is checked before it is used.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Self

from annotator.storage.files.confinement import place_below
from annotator.storage.files.disk_sync import keeps_whole, sync_disk_of

HAS_HANDLES = os.open in os.supports_dir_fd and os.unlink in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
NO_WAIT = getattr(os, "O_NONBLOCK", 0)
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
NOT_FOR_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF)


class FolderHandle:
    """An open folder. Every method raises OSError; a link in place of a file or folder is ``ELOOP``."""

    def __init__(self, above: Path, handle: int | None, name: str = "") -> None:
        self._above, self._inner = above, name
        self._handle = handle

    @cached_property
    def path(self) -> Path:
        """The path of the folder, made when it is asked for: of a folder for each file it mostly is not."""
        return self._above / self._inner if self._inner else self._above

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the folder that the path leads to; it may have links as far as it is not below ``confined_to``."""
        if place := place_below(path):
            return cls(path, cls._handle_below(*place))
        return cls(path, os.open(path, FOLDER) if HAS_HANDLES else None)

    @classmethod
    def _handle_below(cls, top: Path, names: Sequence[str]) -> int | None:
        folder = FolderHandle(top, os.open(top, FOLDER) if HAS_HANDLES else None)
        for name in names:
            with folder:
                folder = folder.child(name)
        return folder._handle

    def child(self, name: str, *, create: bool = False) -> FolderHandle:
        """Open a folder in this one; ``create`` makes it where it is missing."""
        try:
            return self._child(name)
        except FileNotFoundError:  # tried first, as nearly always it is there: to make it again takes far longer
            if not create:
                raise
        return self.made(name) or self._child(name)

    def made(self, name: str) -> FolderHandle | None:
        """Make a folder in this one and open it; None where there is one of that name."""
        try:
            os.mkdir(self._name(name), dir_fd=self._handle)
        except FileExistsError:
            return None
        return self._child(name)

    def _child(self, name: str) -> FolderHandle:
        if self._handle is None:
            _refuse_link(self.path / name)
            (self.path / name).stat()
            return FolderHandle(self.path, None, name)
        try:
            handle = os.open(name, FOLDER | NO_LINK, dir_fd=self._handle)
        except NotADirectoryError as failure:
            raise self._loop_or(failure, name) from failure
        return FolderHandle(self.path, handle, name)

    def file(self, name: str, flags: int = os.O_RDONLY, mode: int = 0o666) -> int:
        """Open a file in this folder and return its descriptor, which the caller closes."""
        if self._handle is None:
            _refuse_link(self.path / name)
            return os.open(self.path / name, flags | getattr(os, "O_BINARY", 0), mode)
        return os.open(name, flags | NO_LINK | NO_WAIT, mode, dir_fd=self._handle)

    def status(self, name: str) -> os.stat_result:
        """Return the status of a file; of a link, that of the link itself."""
        return os.stat(self._name(name), dir_fd=self._handle, follow_symlinks=False)

    def is_file(self, name: str) -> bool:
        """Return whether there is a regular file of that name."""
        try:
            return stat.S_ISREG(self.status(name).st_mode)
        except FileNotFoundError:
            return False

    def plain(self, name: str) -> int | None:
        """Open a regular file for reading and return its descriptor; None where there is none of that name."""
        return self.file(name) if self.is_file(name) else None

    def holds(self, name: str, data: bytes) -> bool:
        """Return whether there is a regular file of that name that has just these bytes."""
        status = self.status(name)
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return False
        handle = self.file(name)
        try:
            found = os.read(handle, len(data) + 1)
            while len(found) < len(data) and (more := os.read(handle, len(data) + 1 - len(found))):
                found += more
            return found == data
        finally:
            os.close(handle)

    def may_write(self, name: str) -> bool:
        """Return whether the permissions of the file allow writing to it."""
        return os.access(self._name(name), os.W_OK, dir_fd=self._handle)

    def names(self) -> list[str]:
        """Return the names in this folder, in no order."""
        with os.scandir(self.path if self._handle is None else self._handle) as entries:
            return [entry.name for entry in entries]

    def files(self) -> list[str]:
        """Return the names of the regular files in this folder, in no order."""
        with os.scandir(self.path if self._handle is None else self._handle) as entries:
            return [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]

    def kinds(self) -> dict[str, bool]:
        """Return for each name in this folder whether it is that of a folder; a link to one is none."""
        with os.scandir(self.path if self._handle is None else self._handle) as entries:
            return {entry.name: entry.is_dir(follow_symlinks=False) for entry in entries}

    def links(self) -> list[str]:
        """Return the names of the links in this folder, in no order."""
        with os.scandir(self.path if self._handle is None else self._handle) as entries:
            return [entry.name for entry in entries if entry.is_symlink()]

    def replace(self, old: str, new: str) -> None:
        """Give a file of this folder another name, in place of the file or link that has it."""
        self.move(old, self, new)

    def move(self, old: str, folder: FolderHandle, new: str) -> None:
        """Move a file of this folder to another, in place of the file or link of that name."""
        os.replace(self._name(old), folder._name(new), src_dir_fd=self._handle, dst_dir_fd=folder._handle)

    def link(self, old: str, folder: FolderHandle, new: str) -> None:
        """Give a file of this folder a second name in another one, where the system can."""
        handles = {"src_dir_fd": self._handle, "dst_dir_fd": folder._handle} if self._handle is not None else {}
        os.link(self._name(old), folder._name(new), **handles, follow_symlinks=False)

    def remove(self, name: str) -> None:
        """Remove a file, or the link itself."""
        os.unlink(self._name(name), dir_fd=self._handle)

    def remove_folder(self, name: str) -> None:
        """Remove an empty folder."""
        os.rmdir(self._name(name), dir_fd=self._handle)

    def sync(self) -> None:
        """Flush the folder's entries to disk, where the system can."""
        if self._handle is None:
            return
        try:
            os.fsync(self._handle)
        except OSError as failure:
            if failure.errno not in NOT_FOR_FOLDERS:
                raise

    def disk(self) -> int:
        """Return the number of the file system that the folder is on."""
        return (self.path.stat() if self._handle is None else os.fstat(self._handle)).st_dev

    def sync_disk(self) -> None:
        """Flush all that was written to the file system of the folder, where the system can (``CAN_SYNC_DISK``)."""
        if self._handle is not None:
            sync_disk_of(self._handle)

    def keeps_whole(self) -> bool:
        """Return whether ``sync_disk`` is as sure as to flush each file that was written to the folder."""
        return self._handle is not None and keeps_whole(self._handle)

    def close(self) -> None:
        """Close the handle; that this fails says nothing of the folder, as nothing was written by it."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                os.close(handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _name(self, name: str) -> str:
        return name if self._handle is not None else str(self.path / name)

    def _loop_or(self, failure: OSError, name: str) -> OSError:
        """Return ELOOP where the name is a link: Linux says “not a directory” of a link opened as a folder."""
        with suppress(OSError):
            if stat.S_ISLNK(self.status(name).st_mode):
                return _loop(self.path / name)
        return failure


@contextmanager
def folder_below(root: Path, parts: Sequence[str], *, create: bool = False) -> Iterator[FolderHandle]:
    """Open the folder ``root/parts…`` step by step, none of the parts being a link.

    ``create`` makes the folders that are missing below ``root``, but never ``root`` itself. Raises OSError.
    """
    with FolderHandle.open(root) as top, folder_in(top, parts, create=create) as folder:
        yield folder


@contextmanager
def folder_in(top: FolderHandle, parts: Sequence[str], *, create: bool = False) -> Iterator[FolderHandle]:
    """Open the folder ``parts…`` in an open one, as ``folder_below`` does; the open one itself without parts."""
    folder = top
    try:
        for part in parts:
            inner = folder.child(part, create=create)
            if folder is not top:
                folder.close()
            folder = inner
        yield folder
    finally:
        if folder is not top:
            folder.close()


def _refuse_link(path: Path) -> None:
    with suppress(FileNotFoundError):
        if stat.S_ISLNK(path.lstat().st_mode):
            raise _loop(path)


def _loop(path: Path) -> OSError:
    return OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
