"""Listings of a folder's articles and sidecars, made outside the GUI thread: a folder can have 100,000 of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from annotator.model.scheme import Scheme
from annotator.session.opening.article_walk import ArticleWalk, Known
from annotator.session.opening.entries import Entries
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.storage.articles.folders import sidecar_stamps
from annotator.storage.files.file_error import Problem
from annotator.storage.saving.leftovers import clear_leftovers

Stamps: TypeAlias = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Listing:
    """The first articles of a folder, with the walk that goes on to the others, and the folder's scheme."""

    walk: ArticleWalk
    entries: Entries
    scheme: Scheme
    scheme_problem: Problem | None


def listing_of(folder: Path, schemes: SchemeCache) -> Listing:
    """List articles up to the end of the first folder that has any, without looking into one. Raises FileError."""
    walk = ArticleWalk(folder)
    walk.go_to_first()
    return Listing(walk, Entries(folder, [*walk.names]), *schemes.of(folder))


def listed_on(walk: ArticleWalk, shown: int) -> Entries | None:
    """Go on with the walk; return all entries at its end and when there are twice as many as are ``shown``, else None.

    Raises FileError.
    """
    walk.go_on()
    wanted = walk.ended or len(walk.names) >= 2 * shown
    return Entries(walk.top, [*walk.names]) if wanted else None


def relisted(folder: Path, known: Known, before: Sequence[str]) -> tuple[ArticleWalk, Entries | None]:
    """Walk through what has changed; the entries are None where the names are those from before. Raises FileError."""
    walk = ArticleWalk(folder, known)
    walk.go_to_end()
    return walk, None if walk.names == before else Entries(folder, walk.names)


def cleared_stamps(top: Path, folders: Iterable[str]) -> Stamps:
    """Remove what a crashed process left in the folders, and return the stamps of all sidecars."""
    folders = [*folders]
    for folder in folders:
        clear_leftovers(top / folder)
    return stamps_of(top, folders)


def stamps_of(top: Path, folders: Iterable[str]) -> Stamps:
    """Return the stamps of all sidecars in the folders, by their paths from ``top`` on."""
    found: dict[str, tuple[int, int]] = {}
    for folder in folders:
        beginning = folder + os.sep if folder else ""
        found.update((beginning + name, stamp) for name, stamp in sidecar_stamps(top / folder).items())
    return found
