"""Files that annotations are imported from, known by all their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from annotator.storage.articles.folder_walk import files_below
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import Problem
from annotator.storage.sidecars.sidecar_files import is_sidecar_name


class ImportSources:
    """Files and folders that are imported from. In folders the sidecars are not counted, as no format reads them."""

    def __init__(self) -> None:
        self._paths: list[Path] = []
        self._known: set[tuple[int, int]] | None = None

    def add(self, source: Path) -> None:
        """Add a file or folder."""
        self._paths.append(source)
        self._known = None

    def has(self, path: Path) -> bool:
        """Return whether the path, or the file that it leads to, is one of these files."""
        if self._known is None:
            self._known = {(s.st_dev, s.st_ino) for s in _statuses(file for one in self._paths for file in _files(one))}
        return any((status.st_dev, status.st_ino) in self._known for status in _statuses([path]))


def _files(source: Path) -> Iterator[Path]:
    if not is_folder(source):
        yield source
        return
    unread: list[Problem] = []  # nothing is imported from these either: who reads the source has told so
    yield from (file for file in files_below(source, unread) if not is_sidecar_name(file.name))


def _statuses(files: Iterator[Path] | list[Path]) -> Iterator[os.stat_result]:
    for file in files:
        try:
            yield file.stat()
        except (OSError, ValueError):  # ValueError: no name that a file could have
            continue
