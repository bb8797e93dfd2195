"""Flushing of many new files before they take the place of others: one wait for the disk serves all where it can."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from annotator.storage.files.prepared_file import Prepared

AT_ONCE = 4
MANY = 8
"""Files for which a whole disk is flushed: of a few each is flushed by itself, and nothing that others have written."""
LONGEST = 1.0
"""Seconds for a whole disk; where it takes longer others write much to it, for whom nobody here is to wait again."""
_busy = set[int]()
"""Disks that have taken longer."""


def synced(files: Sequence[Prepared]) -> list[OSError | None]:
    """Flush the files; return for each, in their order, why it could not be, or None."""
    if not files or _synced_whole(files):
        return [None] * len(files)
    for one in files:
        one.begin_sync()
    with ThreadPoolExecutor(min(len(files), AT_ONCE)) as pool:
        return [*pool.map(_failure_of, files)]


def _synced_whole(files: Sequence[Prepared]) -> bool:
    """Flush the disks that the files are on; return False where each file has to be flushed by itself."""
    folders = {one.folder for one in files}
    if len(files) < MANY or not all(folder.keeps_whole() for folder in folders):
        return False
    disks = {folder.disk(): folder for folder in folders}
    if not _busy.isdisjoint(disks):
        return False
    began = time.monotonic()
    try:
        for folder in disks.values():
            folder.sync_disk()
    except OSError:  # of somebody else's file perhaps: each of these tells by itself
        return False
    if time.monotonic() - began > LONGEST:
        _busy.update(disks)
    return True


def _failure_of(file: Prepared) -> OSError | None:
    try:
        file.sync()
    except OSError as failure:
        return failure
    return None
