"""Listings of a folder's articles and sidecars, made outside the GUI thread: a folder can have 100,000 of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from annotator.corpus.summary import Summary, summarise
from annotator.model.scheme import Scheme
from annotator.session.opening.entry import Entry
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.storage.articles.folders import article_names, articles_in, sidecar_stamps
from annotator.storage.files.file_error import Problem
from annotator.storage.saving.leftovers import clear_leftovers
from annotator.storage.sidecars.sidecar_files import sidecar_path, whole_name_path

Stamps: TypeAlias = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Listing:
    """Articles of a folder in order, with the row of each by its file name, and the folder's scheme."""

    entries: list[Entry]
    rows: Mapping[str, int]
    scheme: Scheme
    scheme_problem: Problem | None


def listing_of(folder: Path, schemes: SchemeCache) -> Listing:
    """List the articles without looking into any. Raises FileError."""
    entries = [Entry(article) for article in articles_in(folder)]
    return Listing(entries, rows_of(entries), *schemes.of(folder))


def rows_of(entries: Iterable[Entry]) -> Mapping[str, int]:
    """Map the file names of articles of one folder to their places in the list."""
    return {entry.path.name: row for row, entry in enumerate(entries)}


def cleared_stamps(folder: Path) -> Stamps:
    """Remove what a crashed process left in the folder, and return the stamps of all sidecars."""
    clear_leftovers(folder)
    return sidecar_stamps(folder)


def relisted(folder: Path, names: Set[str]) -> list[Path] | None:
    """Return the articles; None if their names have not changed. Raises FileError."""
    return None if article_names(folder) == names else articles_in(folder)


def rewritten(
    folder: Path, annotator: str, articles: Iterable[Path], before: Stamps
) -> tuple[Stamps, Mapping[Path, Summary]]:
    """Return the stamps of all sidecars now, and summaries of the articles whose sidecar has another stamp."""
    now = sidecar_stamps(folder)
    names = {name for name in now.keys() | before.keys() if now.get(name) != before.get(name)}
    touched = [path for path in articles if not names.isdisjoint(_possible(path, annotator))] if names else []
    return now, {path: summarise(path, annotator) for path in touched}


def _possible(article: Path, annotator: str) -> tuple[str, str]:
    """Return the names that the article's sidecar may have."""
    return sidecar_path(article, annotator).name, whole_name_path(article, annotator).name
