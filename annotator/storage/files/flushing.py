"""Many new files flushed to the disk at once, by work that can be done again from its source."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from annotator.storage.files.disk_sync import CAN_SYNC_DISK
from annotator.storage.files.folder_handle import FolderHandle

_folders: ContextVar[set[Path] | None] = ContextVar("_folders", default=None)
"""Folders with new files that are not flushed yet; None where each file is flushed by itself."""


@contextmanager
def flushed_together() -> Iterator[None]:
    """Flush the files that are made in here when all are, where the system can do that; else each by itself.

    For work whose source stays: of what a power cut interrupts, files may be incomplete. Files that are replaced are
    flushed at once. Raises OSError where the disk fails; after an error within, nothing is flushed.
    """
    folders: set[Path] = set()
    token = _folders.set(folders if CAN_SYNC_DISK else None)
    try:
        yield
    finally:
        _folders.reset(token)
    disks: set[int] = set()
    for path in folders:
        with suppress(FileNotFoundError), FolderHandle.open(path) as folder:
            if (disk := folder.disk()) not in disks:
                folder.sync_disk()
                disks.add(disk)


def is_flushed_later(folder: FolderHandle) -> bool:
    """Return whether a new file in the folder is flushed together with others, and note that it is to be."""
    folders = _folders.get()
    if folders is None:
        return False
    folders.add(folder.path)
    return True
