"""Opening of regular files in fewer calls of the system than links need, and as safely."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from annotator.storage.files.confinement import place_below
from annotator.storage.files.folder_handle import HAS_HANDLES, NO_LINK, NO_WAIT, FolderHandle


class _Kept:
    """The folder that was read from last."""

    def __init__(self) -> None:
        self._folder: FolderHandle | None = None

    def folder(self, path: Path) -> FolderHandle:
        """Return the folder of that path, open. Raises OSError."""
        if self._folder is None or self._folder.path != path:
            self.close()
            self._folder = FolderHandle.open(path)
        return self._folder

    def close(self) -> None:
        if self._folder is not None:
            self._folder.close()
            self._folder = None


_kept: ContextVar[_Kept | None] = ContextVar("_kept", default=None)


@contextmanager
def folder_kept() -> Iterator[None]:
    """Let the folder that is read from stay open until a file of another one is, for work on a few files at a time.

    Then opening a file takes two calls instead of six. The folder was reached without a link; what is put in its place
    in the meantime is not read.
    """
    kept = _Kept()
    token = _kept.set(kept)
    try:
        yield
    finally:
        _kept.reset(token)
        kept.close()


@contextmanager
def open_folder(path: Path) -> Iterator[FolderHandle]:
    """Open the folder for reading, or give the one that is kept open. Raises OSError."""
    if (kept := _kept.get()) and place_below(path):
        yield kept.folder(path)
        return
    with FolderHandle.open(path) as folder:
        yield folder


def kept_folder(path: Path) -> FolderHandle | None:
    """Return the folder that ``folder_kept`` keeps open; None where no folder is kept, or it cannot be opened."""
    with suppress(OSError):
        if (kept := _kept.get()) and place_below(path):
            return kept.folder(path)
    return None


def open_plain(path: Path) -> int | None:
    """Open a regular file for reading and return its descriptor; None where it has to be looked for by folder handles.

    The system refuses a link in the place of the file by itself, as for ``FolderHandle.file``; this only takes fewer
    calls. Raises OSError.
    """
    if not HAS_HANDLES:
        return None
    folder = path.parent
    if place_below(folder):
        if kept := _kept.get():
            return kept.folder(folder).plain(path.name)
        with FolderHandle.open(folder) as opened:
            return opened.plain(path.name)
    return os.open(path, os.O_RDONLY | NO_LINK | NO_WAIT) if stat.S_ISREG(os.lstat(path).st_mode) else None
