"""The hidden folder ``.annotator`` in an opened folder: history, kept texts and locks.

A folder from somebody else may have links in it. Neither the hidden folder nor anything in it is ever a link that is
followed: each step of the way is an open folder, and a link in it is an error.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from annotator.storage.files.atomic_write import replace_in, saving_failed
from annotator.storage.files.file_bytes import reading_failed, too_large, unfit
from annotator.storage.files.file_error import FileError, SaveError
from annotator.storage.files.folder_handle import FolderHandle, folder_below, folder_in
from annotator.storage.files.plain_files import open_folder

Done = TypeVar("Done")
NAME, HISTORY, IGNORE = ".annotator", "history", ".gitignore"
TRIES = 20
IGNORED = b"# Who has which file open concerns nobody else. The history and the kept texts may be committed.\n/locks/\n"


class HiddenPlace(Struct, frozen=True):
    """A folder or a file in the hidden folder of ``folder``; ``names`` lead there from it."""

    folder: Path
    names: tuple[str, ...]

    def __truediv__(self, name: str) -> HiddenPlace:
        return HiddenPlace(self.folder, (*self.names, name))

    @property
    def path(self) -> Path:
        return self.folder.joinpath(NAME, *self.names)


def history_place(sidecar: Path) -> HiddenPlace:
    """Return the folder of the earlier versions of the sidecar."""
    return HiddenPlace(sidecar.parent, (HISTORY, sidecar.name))


def texts_place(folder: Path) -> HiddenPlace:
    """Return the folder of the texts on which annotations were made."""
    return HiddenPlace(folder, ("texts",))


def locks_place(sidecar: Path) -> HiddenPlace:
    """Return the folder of the sidecar's open locks, which has one file for each holder."""
    return HiddenPlace(sidecar.parent, ("locks", sidecar.name))


@contextmanager
def opened(place: HiddenPlace, *, create: bool = False) -> Iterator[FolderHandle]:
    """Open a folder of the hidden folder; ``create`` makes it, but never the opened folder. Raises OSError."""
    top = FolderHandle.open(place.folder) if create else open_folder(place.folder)
    with top as within, folder_in(within, (NAME, *place.names), create=create) as folder:
        yield folder


def put(file: HiddenPlace, data: bytes, *, durable: bool = True, mode: int = 0o666) -> None:
    """Write a file and create its folders. ``mode`` is that of a new file.

    Raises SaveError where that fails, and leaves no empty folder then.
    """

    def write() -> None:
        with opened(_above(file), create=True) as folder:
            replace_in(folder, file.names[-1], data, durable=durable, mode=mode)

    try:
        while_emptied(file.folder, write)
    except OSError as failure:
        remove_empty_folders(_above(file))
        raise SaveError.at(file.path, saving_failed(failure)) from failure
    _ignore_locks(file.folder)


def while_emptied(folder: Path, act: Callable[[], Done]) -> Done:
    """Return what ``act`` does in the hidden folder of ``folder``, which another process may remove as it is empty.

    It is tried again then. Raises OSError.
    """
    for _try in range(TRIES - 1):
        try:
            return act()
        except FileNotFoundError:
            if not folder.is_dir():
                raise
    return act()


def read(file: HiddenPlace, at_most: int, error: type[FileError]) -> bytes:
    """Return the content of a file. Raises ``error`` where it is no regular file, too large or unreadable."""
    try:
        with opened(_above(file)) as folder, FileIO(folder.file(file.names[-1])) as opened_file:
            status = os.fstat(opened_file.fileno())
            if sentence := unfit(status.st_mode):
                raise error.at(file.path, sentence)
            if status.st_size > at_most:
                raise error.at(file.path, too_large(status.st_size, at_most))
            return opened_file.read(at_most)
    except OSError as failure:
        raise error.at(file.path, reading_failed(failure)) from failure


def files_in(place: HiddenPlace) -> list[str]:
    """Return the names of the regular files in a folder, in no order. Raises OSError."""
    with opened(place) as folder:
        return folder.files()


def remove(file: HiddenPlace) -> None:
    """Remove a file, or the link in its place, if there is one; the file stays where it cannot be removed."""
    with suppress(OSError), opened(_above(file)) as folder:
        folder.remove(file.names[-1])


def remove_empty_folders(place: HiddenPlace) -> None:
    """Remove the folder and those above it, up to and including the hidden folder, as far as they are empty."""
    names = (NAME, *place.names)
    with suppress(OSError):
        for depth in reversed(range(len(names))):
            with folder_below(place.folder, names[:depth]) as folder:
                if depth == 0:
                    _forget_git(folder)
                folder.remove_folder(names[depth])


def _above(file: HiddenPlace) -> HiddenPlace:
    return HiddenPlace(file.folder, file.names[:-1])


def _ignore_locks(folder: Path) -> None:
    """Tell git not to take the locks along; not worth a message where it cannot be written."""
    with suppress(OSError), folder_below(folder, (NAME,)) as hidden:
        with suppress(FileNotFoundError):
            hidden.status(IGNORE)
            return
        replace_in(hidden, IGNORE, IGNORED, durable=False)


def _forget_git(opened_folder: FolderHandle) -> None:
    """Remove the file for git where nothing else is left in the hidden folder."""
    with opened_folder.child(NAME) as hidden:
        if hidden.names() == [IGNORE]:
            hidden.remove(IGNORE)
