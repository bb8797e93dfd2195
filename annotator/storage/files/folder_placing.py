"""Placing of a folder's files in an existing folder: all of them or none; no link there is followed."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from annotator.storage.files.folder_handle import FolderHandle, folder_below
from annotator.storage.files.stray_files import REPLACED

NEW = "new"
DONE = "done"
"""Name of ``REPLACED`` once the new files are all in place, so that what was replaced is not needed any more."""

Parts = tuple[str, ...]


class FolderPlacing:
    """Move the files below ``staging/new`` to ``target``; what they replace waits in ``staging/replaced``."""

    def __init__(self, staging: Path, target: Path) -> None:
        self._staging = staging
        self._target = target
        self._begun: list[Parts] = []
        self._made: list[Parts] = []

    def names(self) -> list[Parts]:
        """Return the names of the files to be placed, each as its parts. Raises OSError."""
        return sorted(_files_below(self._staging / NEW))

    def place(self) -> None:
        """Move all files. Raises OSError; then, or where it is interrupted, everything is as it was before."""
        try:
            for parts in self.names():
                self._begun.append(parts)
                self._make_folders(parts[:-1])
                self._move(parts)
            with suppress(FileNotFoundError):
                (self._staging / REPLACED).rename(self._staging / DONE)
        except BaseException:
            self._take_back()
            raise

    def _make_folders(self, parts: Parts) -> None:
        for depth in range(1, len(parts) + 1):
            with folder_below(self._target, parts[: depth - 1]) as folder:
                if not _is_there(folder, parts[depth - 1]):
                    self._made.append(parts[:depth])
                folder.child(parts[depth - 1], create=True).close()

    def _move(self, parts: Parts) -> None:
        *above, name = parts
        with folder_below(self._target, above) as there, folder_below(self._staging, (NEW, *above)) as new:
            if _is_there(there, name):
                if stat.S_ISDIR(there.status(name).st_mode):
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(there.path / name))
                with folder_below(self._staging, (REPLACED, *above), create=True) as replaced:
                    there.move(name, replaced, name)
            new.move(name, there, name)

    def _take_back(self) -> None:
        for parts in reversed(self._begun):
            self._take_one_back(parts)
        for *above, name in reversed(self._made):
            with suppress(OSError), folder_below(self._target, above) as folder:
                folder.remove_folder(name)

    def _take_one_back(self, parts: Parts) -> None:
        """Move the replaced file back, or remove the new one; where that fails, ``REPLACED`` keeps the file."""
        *above, name = parts
        was_there = self._holds(REPLACED, *parts)
        with suppress(OSError), folder_below(self._target, above) as there:
            if was_there:
                with folder_below(self._staging, (REPLACED, *above)) as replaced:
                    replaced.move(name, there, name)
            elif not self._holds(NEW, *parts):
                there.remove(name)

    def _holds(self, *parts: str) -> bool:
        return os.path.lexists(self._staging.joinpath(*parts))


def _files_below(folder: Path) -> Iterator[Parts]:
    for above, _, names in os.walk(folder, onerror=_raise):
        for name in names:
            yield (*Path(above).relative_to(folder).parts, name)


def _raise(failure: OSError) -> None:
    raise failure


def _is_there(folder: FolderHandle, name: str) -> bool:
    try:
        folder.status(name)
    except FileNotFoundError:
        return False
    return True
