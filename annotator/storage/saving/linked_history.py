"""History of many sidecars of a folder: a version is kept as a second name of the file before that is replaced."""

from __future__ import annotations

import time
from collections import deque
from contextlib import suppress
from typing import Self

from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.files.hidden_folder import HISTORY, NAME, HiddenPlace
from annotator.storage.files.stray_files import cleared
from annotator.storage.files.temporary_names import is_temporary
from annotator.storage.saving.history import Version, keep, new_name, thin_out, versions_named


class LinkedHistory:
    """History of the sidecars of an open folder, whose own folder stays open until the context manager is left."""

    def __init__(self, folder: FolderHandle) -> None:
        self._folder = folder
        self._places = HiddenPlace(folder.path, (HISTORY,))
        self._history: FolderHandle | None = None
        self._last_was_new = False

    def keep(self, name: str, data: bytes, at: str) -> None:
        """Keep a version, as ``keep`` does, of a sidecar that holds the bytes, without writing them again if possible.

        ``at`` is UTC; the version is one that began a session. Raises SaveError.
        """
        try:
            known = self._linked(name, data, at)
        except (OSError, NotImplementedError):  # the disk has no second names, or somebody has removed the folder
            self._close()
            keep(self._folder.path / name, data, at, began=True)
            return
        if known:
            thin_out(self._places / name, at, known, began=True)

    def _linked(self, name: str, data: bytes, at: str) -> list[Version]:
        """Give the file its second name; return the older versions, none if they need no thinning. Raises OSError."""
        if self._history is None:
            with self._folder.child(NAME, create=True) as hidden:
                self._history = hidden.child(HISTORY, create=True)
        with self._own(self._history, name) as own:
            known = [] if self._last_was_new else self._versions(name, own)
            if known and _holds(own, known[0].name, data):
                return []
            self._folder.link(name, own, new_name(at, known, began=True))
        return known

    def _versions(self, name: str, own: FolderHandle) -> list[Version]:
        """Return the versions in the folder of a sidecar, after removing what an ended process has left there."""
        files = own.files()
        if any(map(is_temporary, files)):
            deque(cleared(own, time.time(), files), maxlen=0)
        return versions_named(self._places / name, files)

    def _own(self, history: FolderHandle, name: str) -> FolderHandle:
        """Open the folder of a sidecar's history; if the last one had to be made, this one nearly always has to be."""
        if self._last_was_new and (made := history.made(name)):
            return made
        self._last_was_new = False
        with suppress(FileNotFoundError):
            return history.child(name)
        made = history.made(name)
        self._last_was_new = made is not None
        return made or history.child(name)

    def _close(self) -> None:
        if self._history is not None:
            self._history.close()
            self._history = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._close()


def _holds(folder: FolderHandle, name: str, data: bytes) -> bool:
    with suppress(OSError):
        return folder.holds(name, data)
    return False
