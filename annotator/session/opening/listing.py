"""Listings of a folder's articles and sidecars, made outside the GUI thread: a folder can have 100,000 of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from annotator.model.scheme import Scheme
from annotator.session.opening.article_walk import ArticleWalk, Known
from annotator.session.opening.entries import Entries
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.storage.articles.folder_contents import contents_now
from annotator.storage.files.file_error import Problem


class Listing(Struct, frozen=True):
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


def relisted(
    folder: Path, known: Known, before: Sequence[str], near: str | None
) -> tuple[ArticleWalk, Entries | None] | None:
    """Walk through what has changed; the entries are None where the names are those from ``before``.

    Where ``near`` is a folder, by its path from the top on, return None if it has the same articles and folders as
    before: to look at thousands of folders after each key would take longer than the key. Raises FileError.
    """
    was = None if near is None else known.get(near)
    if near is not None and was and contents_now(folder / near, was)[:2] == was[:2]:
        return None
    walk = ArticleWalk(folder, known)
    walk.go_to_end()
    return walk, None if walk.names == before else Entries(folder, walk.names)
