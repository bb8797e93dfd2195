"""Walk through a folder and the folders in it for their articles, in parts: there can be thousands of folders."""

from __future__ import annotations

import os
from collections.abc import Container, Mapping
from pathlib import Path

from annotator.storage.articles.folder_contents import FolderContents, contents_now
from annotator.storage.files.file_error import FileError

AT_A_TIME = 250
"""Folders listed in one part of a walk."""

Known = Mapping[str, FolderContents]


class ArticleWalk:
    """Walk below ``top``: each folder's own articles before those of the folders in it, all in natural order.

    Folders and articles are named by their paths from ``top`` on, which itself is the empty name. Folders that have not
    changed since they were ``known`` are not listed again. A folder below ``top`` that cannot be read has no articles.
    """

    def __init__(self, top: Path, known: Known | None = None) -> None:
        self.top = top
        self.names: list[str] = []
        self.folders: dict[str, FolderContents] = {}
        self._known = known or {}
        self._waiting = [""]

    @property
    def ended(self) -> bool:
        return not self._waiting

    def go_to_first(self) -> None:
        """Go on until there is an article. Raises FileError where ``top`` is a file or cannot be read."""
        while self._waiting and not self.names:
            self._enter(self._waiting.pop())

    def go_on(self, folders: int = AT_A_TIME) -> None:
        """Go through so many further folders. Raises FileError where ``top`` is a file or cannot be read."""
        while self._waiting and folders:
            self._enter(self._waiting.pop())
            folders -= 1

    def go_to_end(self) -> None:
        """Go through all folders. Raises FileError where ``top`` is a file or cannot be read."""
        while self._waiting:
            self.go_on()

    def _enter(self, folder: str) -> None:
        try:
            found = contents_now(self.top / folder, self._known.get(folder))
        except FileError:
            if not folder:
                raise
            return
        self.folders[folder] = found
        beginning = folder + os.sep if folder else ""
        self.names += [beginning + name for name in found.articles]
        self._waiting += [beginning + name for name in reversed(found.folders)]


class NamesBeside(Container[str]):
    """Names of the articles in one folder, among ``names`` of articles from a folder above it on."""

    def __init__(self, names: Container[str], folder: str) -> None:
        self._names, self._beginning = names, folder + os.sep if folder else ""

    def __contains__(self, name: object) -> bool:
        return f"{self._beginning}{name}" in self._names


def name_below(top: Path | None, path: Path | None) -> str | None:
    """Return the path from ``top`` on; None where it does not lie below that."""
    if top is None or path is None:
        return None
    beginning, text = os.path.join(top, ""), str(path)  # noqa: PTH118  # the root has a separator already
    return text.removeprefix(beginning) if text.startswith(beginning) else None


def folder_in(name: str) -> str:
    """Return the folder in the name of an article, from the top on; empty for the top itself."""
    return name.rpartition(os.sep)[0]
