"""Traversal of the articles, sidecars and schemes below a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.corpus.seen_sidecars import is_seen
from annotator.storage.articles.article_reading import is_article, is_article_name
from annotator.storage.articles.folder_walk import is_folder_entry
from annotator.storage.articles.folders import natural_order
from annotator.storage.files.file_bytes import is_folder, is_surely_folder, is_there, reading_failed
from annotator.storage.files.file_error import FileError, Problem, shown
from annotator.storage.files.real_place import LEADS_OUT
from annotator.storage.saving.own_sidecar import is_sidecar_of
from annotator.storage.schemes.scheme_lookup import is_scheme_name
from annotator.storage.sidecars.sidecar_files import is_sidecar, is_sidecar_name
from annotator.translation.messages import _

NOTHING_THERE = "There is no such file or folder."
NEITHER = "It is neither a folder, an article nor a sidecar."
NOT_EVEN_A_SCHEME = "It is neither a folder, an article, a sidecar nor a scheme.yaml."


def why_unreadable(paths: Iterable[Path], *, schemes: bool = False) -> str:
    """Return why nothing can be read below the first unfit path, in a sentence; empty where all are fit.

    ``schemes``: whether a path may be a scheme.yaml, as well as a folder, an article or a sidecar.
    """
    for path in paths:
        if sentence := _unfit(path, schemes=schemes):
            return f"{shown(str(path))}: {sentence}"
    return ""


def _unfit(path: Path, *, schemes: bool) -> str:
    if not is_there(path):
        return NOTHING_THERE
    if is_sidecar(path) or is_article(path) or is_folder(path) or (schemes and is_scheme_name(path.name)):
        return ""
    return NOT_EVEN_A_SCHEME if schemes else NEITHER


def count_sidecars(paths: Iterable[Path]) -> int:
    """Return the number of sidecars below the paths."""
    tree = Tree(articles=False)
    return sum(is_sidecar(file) for path in paths for file in tree.files(path))


class Found(NamedTuple):  # it is sent to other processes, which takes a dataclass three times as long
    """A file; ``root`` is the folder in the paths that it was found below, or that of a file in the paths."""

    root: Path
    file: Path


def found_below(paths: Iterable[Path], tree: Tree) -> Iterator[Found | Problem]:
    """Yield the files below the paths, those of each path before the problems of its folders that are not read."""
    for path in paths:
        try:
            root = path if is_surely_folder(path, FileError) else path.parent
        except FileError as error:
            yield error.problem
            continue
        yield from (Found(root, file) for file in tree.files(path))
        yield from tree.unreadable
        tree.unreadable.clear()


class Tree:
    """Traversal of folders that yields each file once; ``unreadable`` collects folders that are not read.

    A folder that is a link is not entered: where it leads is visited anyway, or lies outside and is told.

    With ``articles`` the folders are searched for articles too, which doubles the time.
    """

    def __init__(self, *, articles: bool = True) -> None:
        self.unreadable: list[Problem] = []
        self._articles = articles
        self._seen: set[str] = set()

    def files(self, path: Path) -> Iterator[Path]:
        """Yield the files below a folder, an article with its sidecars, or any other file itself."""
        try:
            folder = is_surely_folder(path, FileError)
        except FileError as error:
            self.unreadable.append(error.problem)
            return
        if folder:
            yield from self._below(path)
        elif is_article(path):
            beside = self._listed(path.parent)[0]
            sidecars = [file for file, _real in beside if is_sidecar(file) and is_sidecar_of(file, path)]
            yield from (file for file in [*sidecars, path] if self._is_new(os.path.realpath(file)))
        elif self._is_new(os.path.realpath(path)):
            yield path

    def _below(self, folder: Path) -> Iterator[Path]:
        top, waiting = Path(os.path.realpath(folder)), [folder]
        while waiting:
            folder = waiting.pop()
            if self._is_new(os.path.realpath(folder)):
                files, folders = self._listed(folder)
                yield from (file for file, real in files if self._is_new(real))
                waiting += reversed([inner for inner in folders if self._is_entered(inner, top)])

    def _is_entered(self, folder: Path, top: Path) -> bool:
        if not folder.is_symlink():
            return True
        if not Path(os.path.realpath(folder)).is_relative_to(top):
            self.unreadable.append(Problem(folder, None, _(LEADS_OUT)))
        return False

    def _listed(self, folder: Path) -> tuple[list[tuple[Path, str]], list[Path]]:
        """Return the folder's files, each with its real path, and its subfolders; hidden ones are left out."""
        try:
            with os.scandir(folder) as entries:
                listed = [(one, is_folder_entry(one, follow=True)) for one in entries if not one.name.startswith(".")]
        except OSError as failure:
            self.unreadable.append(Problem(folder, None, reading_failed(failure)))
            return [], []
        real = os.path.realpath(folder)
        files = _in_order(entry for entry, is_folder in listed if not is_folder and self._is_wanted(entry.name))
        folders = _in_order(entry for entry, is_folder in listed if is_folder)
        return [(folder / entry.name, _real(real, entry)) for entry in files], [folder / one.name for one in folders]

    def _is_wanted(self, name: str) -> bool:
        if is_sidecar_name(name):
            return is_seen(name)
        return is_scheme_name(name) or (self._articles and is_article_name(name))

    def _is_new(self, real: str) -> bool:
        """Return True if the real path has not been visited before, and mark it as visited."""
        new = real not in self._seen
        self._seen.add(real)
        return new


def _real(folder: str, entry: os.DirEntry[str]) -> str:
    return os.path.realpath(entry) if entry.is_symlink() else os.path.join(folder, entry.name)  # noqa: PTH118  # a text


def _in_order(entries: Iterable[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
    return sorted(entries, key=lambda entry: natural_order(entry.name))
