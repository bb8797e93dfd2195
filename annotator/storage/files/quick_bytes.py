"""Reading of small regular files in as few calls as the system allows, for passes over 100,000 of them."""

from __future__ import annotations

import os
import stat

from annotator.storage.files.folder_handle import HAS_HANDLES, NO_LINK, NO_WAIT, FolderHandle


def quick_bytes(path: str, at_most: int) -> bytes | None:
    """Return the content of a regular file of at most so many bytes.

    None for anything else, a link, a file that cannot be read, and on systems without file handles: ``bytes_of`` reads
    these or says why it does not.
    """
    if not HAS_HANDLES:
        return None
    try:
        file = os.open(path, os.O_RDONLY | NO_LINK | NO_WAIT)
    except (OSError, ValueError):
        return None
    try:
        return read_at_once(file, at_most)
    except OSError:
        return None


def quick_bytes_in(folder: FolderHandle, name: str, at_most: int) -> bytes | None:
    """Return the content of a regular file of an open folder, as ``quick_bytes`` does."""
    try:
        file = folder.plain(name)
        return None if file is None else read_at_once(file, at_most)
    except OSError:
        return None


def read_at_once(file: int, at_most: int) -> bytes | None:
    """Return the content of an open regular file of at most so many bytes, and close it.

    None for anything else, and where the system does not give it in one call. Raises OSError.
    """
    try:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode) or status.st_size > at_most:
            return None
        data = os.read(file, status.st_size + 1)
        return data if len(data) == status.st_size else None
    finally:
        os.close(file)
