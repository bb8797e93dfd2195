"""Sidecars brought back to their articles, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.corpus.strays import Stray, strays_below
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.saving.adopting import Adopted, adopt
from annotator.storage.sidecars.sidecar_files import is_sidecar


@dataclass(frozen=True, slots=True)
class Taken:
    """A stray that is sure to be of ``article``; ``adopted`` where it has been renamed, None where it only can be."""

    stray: Stray
    article: Path
    adopted: Adopted | None = None


class Adoption:
    """Goes through strays; with ``dry_run`` it only looks. Those that are not sure are given as they are."""

    def __init__(self, *, dry_run: bool) -> None:
        self._dry_run = dry_run
        self._seen: set[Path] = set()

    def below(self, path: Path, to: Path | None = None) -> Iterator[Taken | Stray | Problem]:
        """Go through the strays below a folder, or those that a sidecar or an article is one of.

        ``to`` is the article that a single stray is said to be of, sure or not.
        """
        folder = path if is_folder(path) else path.parent
        for stray in strays_below(folder):
            if stray.sidecar not in self._seen and _is_meant(stray, path):
                self._seen.add(stray.sidecar)
                yield self._done(stray, to or stray.sure)

    def _done(self, stray: Stray, article: Path | None) -> Taken | Stray | Problem:
        if article is None:
            return stray
        try:
            return Taken(stray, article, None if self._dry_run else adopt(stray.sidecar, article, stray.data))
        except FileError as error:
            return error.problem


def _is_meant(stray: Stray, path: Path) -> bool:
    if is_folder(path):
        return True
    return stray.sidecar == path if is_sidecar(path) else path in stray.articles
