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


class Tree:
    """Walks folders, each file once however often it is met; ``unreadable`` gathers the folders that bar the way."""

    def __init__(self) -> None:
        self.unreadable: list[Problem] = []
        self._seen: set[Path] = set()

    def files(self, path: Path) -> Iterator[Path]:
        """What is in the folder and its folders; an article with its sidecars; else the file itself."""
        if is_folder(path):
            yield from self._below(path)
        elif is_article(path):
            beside, _ = self._listed(path.parent)
            sidecars = [file for file in beside if is_sidecar(file) and stem_of(file) == path.stem]
            yield from self._new([*sidecars, path])
        else:
            yield from self._new([path])

    def _below(self, folder: Path) -> Iterator[Path]:
        waiting = [folder]
        while waiting:
            folder = waiting.pop()
            if [*self._new([folder])]:
                files, folders = self._listed(folder)
                yield from self._new(files)
                waiting += reversed(folders)

    def _listed(self, folder: Path) -> tuple[list[Path], list[Path]]:
        """The folder's articles, sidecars and schemes, and its folders that are not hidden."""
        try:
            with os.scandir(folder) as entries:
                found = [(folder / entry.name, entry.is_dir()) for entry in entries if not entry.name.startswith(".")]
        except OSError as failure:
            self.unreadable.append(Problem(folder, None, reading_failed(failure)))
            return [], []
        found.sort(key=lambda pair: natural_order(pair[0].name))
        files = [path for path, is_folder in found if not is_folder and _is_listed(path)]
        return files, [path for path, is_folder in found if is_folder]

    def _new(self, paths: Iterable[Path]) -> Iterator[Path]:
        for path in paths:
            if (real := Path(os.path.realpath(path))) not in self._seen:
                self._seen.add(real)
                yield path


def _is_listed(path: Path) -> bool:
    return is_sidecar(path) or is_article(path) or path.name == SCHEME_NAME
