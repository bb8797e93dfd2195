"""New content of a file, written beside it before it takes its place: many files wait for the disk only once so."""

from __future__ import annotations

import os
from contextlib import suppress
from io import FileIO
from typing import Self

from annotator.storage.files.atomic_write import write_all
from annotator.storage.files.disk_sync import begin_sync
from annotator.storage.files.folder_handle import NEW, FolderHandle
from annotator.storage.files.system_files import copy_metadata, sync_file
from annotator.storage.files.temporary_names import temporary_name


class Prepared:
    """New content of a file, in a temporary file beside it, which goes again unless it is put in its place.

    Every method raises OSError; then the old file is unchanged.
    """

    def __init__(self, folder: FolderHandle, name: str, old: os.stat_result | None, data: bytes) -> None:
        """Write the content; ``old`` is the ``status_of`` the file that it is to replace."""
        self.folder, self._name, self._temporary = folder, name, temporary_name()
        self._file = FileIO(folder.file(self._temporary, NEW), "w")
        try:
            if old is not None:
                copy_metadata(folder, name, old, self._file.fileno())
            write_all(self._file, data)
        except BaseException:
            self._drop()
            raise

    def begin_sync(self) -> None:
        """Let the disk begin to take the content in; ``sync`` waits for it."""
        begin_sync(self._file.fileno())

    def sync(self) -> None:
        """Flush the content to disk."""
        sync_file(self._file.fileno())

    def put(self) -> None:
        """Put it in the place of the old file."""
        self._file.close()
        self.folder.replace(self._temporary, self._name)
        self._temporary = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._drop()

    def _drop(self) -> None:
        self._file.close()
        if self._temporary:
            with suppress(FileNotFoundError):
                self.folder.remove(self._temporary)
            self._temporary = ""
