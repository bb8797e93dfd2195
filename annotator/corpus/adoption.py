"""Sidecars brought back to their articles, one after another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from annotator.corpus.missing_articles import is_any_missing
from annotator.corpus.orphans import Orphan, Orphans, orphans_below
from annotator.corpus.seen_sidecars import all_seen, is_seen
from annotator.corpus.tree import Tree
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.saving.adopting import Adopted, adopt
from annotator.storage.saving.leftovers import LeftoversClearing
from annotator.storage.sidecars.sidecar_files import is_sidecar


class Taken(Struct, frozen=True):
    """An orphan that is sure to be of ``article``; ``adopted`` where it has been renamed, None where it only can be."""

    orphan: Orphan
    article: Path
    adopted: Adopted | None = None


class Adoption:
    """Goes through orphans; with ``dry_run`` it only looks. Those that are not sure are given as they are.

    ``unread`` are the folders that could not be listed, or were not entered.
    """

    def __init__(self, *, dry_run: bool) -> None:
        self.dry_run = dry_run
        self._seen: set[Path] = set()
        self.unread: list[Problem] = []
        self._leftovers = LeftoversClearing()

    def below(self, path: Path, to: Path | None = None) -> Iterator[Taken | Orphan | Problem]:
        """Go through the orphans below a folder, or those that a sidecar or an article is one of.

        ``to`` is the article that a single orphan is said to be of, sure or not.
        """
        folder, tree = path if is_folder(path) else path.parent, Tree()
        for orphan in orphans_below(folder, tree):
            if orphan.sidecar not in self._seen and _is_meant(orphan, path):
                self._seen.add(orphan.sidecar)
                yield self._done(orphan, to or orphan.sure)
        self.unread += tree.unreadable

    def _done(self, orphan: Orphan, article: Path | None) -> Taken | Orphan | Problem:
        if article is None:
            return orphan
        if self.dry_run:
            return Taken(orphan, article)
        self._leftovers.of(orphan.sidecar.parent, article.parent)
        try:
            return Taken(orphan, article, adopt(orphan.sidecar, article, orphan.data))
        except FileError as error:
            return error.problem


def adopt_below(folder: Path, spared: Collection[Path]) -> tuple[list[Adopted], list[Orphan]]:
    """Rename the sidecars below the folder whose article has another name now, where that is sure.

    The others come back as they are, as do the ``spared`` and those that cannot be renamed; of these only those that
    whom the work is for is to see, while all are renamed.
    """
    adopted: list[Adopted] = []
    left: list[Orphan] = []
    with confined_to([folder]), all_seen():
        for orphan in orphans_below(folder, missing_only=True) if is_any_missing(folder) else []:
            article = None if orphan.sidecar in spared else orphan.sure
            try:
                if article:
                    adopted.append(adopt(orphan.sidecar, article, orphan.data))
                    continue
            except FileError:
                pass  # it is told with those that are not sure
            left.append(orphan)
    return adopted, [orphan for orphan in left if is_seen(orphan.sidecar.name)]


def is_any_made_on(sidecars: Iterable[Path], sha256: str) -> bool:
    """Tell whether one of the sidecars, whose articles are missing, was made on the text with that hash."""
    return any(orphan.named.sha256 == sha256 for orphan in Orphans(sidecars).unjudged)


def _is_meant(orphan: Orphan, path: Path) -> bool:
    if is_folder(path):
        return True
    return orphan.sidecar == path if is_sidecar(path) else path in orphan.articles
