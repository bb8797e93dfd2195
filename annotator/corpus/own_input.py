"""Refusal of targets that are, or lie among, the files that are read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from annotator.corpus.tree import Tree
from annotator.storage.articles.article_reading import GUIDELINES_NAME, is_article
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.schemes.scheme_lookup import SCHEME_NAME
from annotator.storage.sidecars.sidecar_files import is_sidecar_name
from annotator.translation.messages import N_, _

HIDDEN = ".annotator"
IS_READ = N_("It is one of the files that are read. Choose another place.")
OWN_FOLDER = N_("It is, or lies in, the folder that is read. Choose a place outside of it.")
AMONG_READ = N_(
    "It lies among the articles that are read, and would be taken for one of their files. Choose another place."
)
IN_HIDDEN = N_("It lies in .annotator, which is Annotator's own. Choose another place.")

Identity = tuple[int, int]
"""Device and inode, equal for all names of a file: hard links, links, other cases of its letters."""


class OwnInput:
    """Files below the paths that are read. Each method returns a sentence, empty where writing is harmless."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        folders = [path for path in paths if is_folder(path)]
        self._folders = {*_identities(folders)}
        self._beside = {*_identities(path.parent for path in paths if path not in folders)}

    def refusal(self, target: Path, *, folder: bool) -> str:
        """Return why the target of an export is refused, without looking at the files below the folders."""
        return self._refusal_of_folder(target) if folder else self._refusal_of_name(target)

    def refusal_of_file(self, path: Path) -> str:
        """Return why that file must not be written, also where it is read under another name."""
        there = {*_identities([path])}
        if there and not there.isdisjoint(self._files):
            return _(IS_READ)
        return self._refusal_of_name(path)

    def _refusal_of_folder(self, target: Path) -> str:
        if _is_hidden(target):
            return _(IN_HIDDEN)
        beside = not self._beside.isdisjoint(_identities([target]))
        return _(OWN_FOLDER) if beside or not self._folders.isdisjoint(_folders_of(target)) else ""

    def _refusal_of_name(self, path: Path) -> str:
        if _is_hidden(path):
            return _(IN_HIDDEN)
        return _(AMONG_READ) if self._is_among_read(path) or self._is_among_read(Path(os.path.realpath(path))) else ""

    def _is_among_read(self, path: Path) -> bool:
        if not (is_article(path) or is_sidecar_name(path.name) or path.name.lower() in (SCHEME_NAME, GUIDELINES_NAME)):
            return False
        beside = not self._beside.isdisjoint(_identities([path.parent]))
        return beside or not self._folders.isdisjoint(_folders_of(path.parent))

    @cached_property
    def _files(self) -> frozenset[Identity]:
        tree = Tree()
        return frozenset(_identities(file for path in self._paths for file in tree.files(path)))


def _identities(paths: Iterable[Path]) -> Iterator[Identity]:
    """Yield the identities of the files that exist; a link has that of the file it leads to."""
    for path in paths:
        try:
            status = path.stat()
        except (OSError, ValueError):  # ValueError: no name that a file could have
            continue
        yield status.st_dev, status.st_ino


def _folders_of(folder: Path) -> set[Identity]:
    """Return the identities of the folder, where it exists, and of those above it."""
    real = Path(os.path.realpath(folder))
    return {*_identities([real, *real.parents])}


def _is_hidden(path: Path) -> bool:
    return any(part.lower() == HIDDEN for part in Path(os.path.realpath(path)).parts)
