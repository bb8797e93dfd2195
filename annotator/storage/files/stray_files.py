"""Temporary files and folders that a killed process left behind in a folder."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.files.real_place import real_place
from annotator.storage.files.temporary_names import HOUR, is_stray, is_temporary

REPLACED = "replaced"
"""Subfolder of a temporary folder with the files that were moved out of the way until the new ones are in place."""

DAY = 24 * HOUR


def cleared(folder: FolderHandle, now: float, names: Iterable[str] | None = None) -> Iterator[Path]:
    """Remove the temporary files and folders of ended processes from an open folder, and yield their paths.

    ``names`` are those in the folder, if they are known already. Folders with ``REPLACED`` stay: they have the only
    copy of what was there before. No link is followed.
    """
    for name, status in _strays(folder, now, names):
        with suppress(OSError):
            if stat.S_ISREG(status.st_mode):
                folder.remove(name)
                yield folder.path / name
            elif not _has_replaced(folder, name):
                remove_tree(folder, name)
                yield folder.path / name


def clear_beside(path: Path) -> None:
    """Remove the temporary files of ended processes where the file of that path is written, which may be a link.

    Never raises OSError.
    """
    with suppress(OSError), real_place(path, follow=True) as (folder, _):
        for _removed in cleared(folder, time.time()):
            pass


def interrupted(folder: FolderHandle, now: float) -> list[Path]:
    """Return the folders in which ended processes left what they had been about to replace."""
    return [folder.path / name for name, _ in _strays(folder, now) if _has_replaced(folder, name)]


def remove_tree(folder: FolderHandle, name: str) -> None:
    """Remove a folder with all that is in it; of links in it only the links themselves. Raises OSError."""
    with folder.child(name) as inner:
        for below in inner.names():
            if stat.S_ISDIR(inner.status(below).st_mode):
                remove_tree(inner, below)
            else:
                inner.remove(below)
    folder.remove_folder(name)


def _strays(
    folder: FolderHandle, now: float, names: Iterable[str] | None = None
) -> Iterator[tuple[str, os.stat_result]]:
    for name in filter(is_temporary, folder.names() if names is None else names):
        with suppress(OSError):
            status = folder.status(name)
            of_kind = stat.S_IFMT(status.st_mode)
            after = DAY if of_kind == stat.S_IFDIR else HOUR
            if of_kind in (stat.S_IFREG, stat.S_IFDIR) and is_stray(name, now - status.st_mtime, after):
                yield name, status


def _has_replaced(folder: FolderHandle, name: str) -> bool:
    with suppress(OSError), folder.child(name) as inner:
        return REPLACED in inner.names()
    return False
