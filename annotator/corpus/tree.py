"""The articles, sidecars and schemes below a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.storage.articles import is_article
from annotator.storage.file_bytes import is_folder, reading_failed
from annotator.storage.file_error import Problem
from annotator.storage.folders import natural_order
from annotator.storage.schemes import SCHEME_NAME
from annotator.storage.sidecars import is_sidecar, stem_of


def belongs(path: Path) -> bool:
    """Whether ``path`` is something that has to do with sidecars."""
    return is_sidecar(path) or is_article(path) or path.name == SCHEME_NAME or is_folder(path)


def count_sidecars(paths: Iterable[Path]) -> int:
    """How many there are below the paths."""
    tree = Tree()
    return sum(is_sidecar(file) for path in paths for file in tree.files(path))


class Tree:
    """Walks folders, each file once however often it is met; ``unreadable`` gathers the folders that bar the way."""

    def __init__(self) -> None:
        self.unreadable: list[Problem] = []
        self._seen: set[str] = set()

    def files(self, path: Path) -> Iterator[Path]:
        """What is in the folder and its folders; an article with its sidecars; else the file itself."""
        if is_folder(path):
            yield from self._below(path)
        elif is_article(path):
            beside, _ = self._listed(path.parent)
            sidecars = [file for file, _ in beside if is_sidecar(file) and stem_of(file) == path.stem]
            yield from (file for file in [*sidecars, path] if self._is_new(os.path.realpath(file)))
        elif self._is_new(os.path.realpath(path)):
            yield path

    def _below(self, folder: Path) -> Iterator[Path]:
        waiting = [folder]
        while waiting:
            folder = waiting.pop()
            if self._is_new(os.path.realpath(folder)):
                files, folders = self._listed(folder)
                yield from (file for file, real in files if self._is_new(real))
                waiting += reversed(folders)

    def _listed(self, folder: Path) -> tuple[list[tuple[Path, str]], list[Path]]:
        """The folder's articles, sidecars and schemes with where they really are, and its folders; none is hidden."""
        try:
            with os.scandir(folder) as entries:
                shown = (entry for entry in entries if not entry.name.startswith("."))
                found = sorted((natural_order(entry.name), entry.is_dir(), entry) for entry in shown)
        except OSError as failure:
            self.unreadable.append(Problem(folder, None, reading_failed(failure)))
            return [], []
        real = os.path.realpath(folder)
        files = [(folder / entry.name, entry) for _, is_folder, entry in found if not is_folder]
        folders = [folder / entry.name for _, is_folder, entry in found if is_folder]
        return [(path, _real(real, entry)) for path, entry in files if _is_listed(path)], folders

    def _is_new(self, real: str) -> bool:
        """Whether the file or folder was not met before, by any of its names."""
        new = real not in self._seen
        self._seen.add(real)
        return new


def _real(folder: str, entry: os.DirEntry[str]) -> str:
    return os.path.realpath(entry) if entry.is_symlink() else os.path.join(folder, entry.name)  # noqa: PTH118  # a text


def _is_listed(path: Path) -> bool:
    return is_sidecar(path) or is_article(path) or path.name == SCHEME_NAME
