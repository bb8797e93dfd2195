"""Sidecars beside which there is no article after which they are called, found by names alone: folders can be large."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES
from annotator.storage.articles.folder_walk import names_below
from annotator.storage.articles.folders import names_in
from annotator.storage.files.file_error import Problem
from annotator.storage.sidecars.sidecar_files import is_sidecar_name, stem_of

MOST_NAMES = 100_000
PART = ".annotations"
USUAL, SUFFIX = f"{PART}.yaml", ARTICLE_SUFFIXES[0]
"""How most sidecars and articles end: that there is such a pair is seen at once."""


def is_any_missing(folder: Path) -> bool:
    """Tell whether there is such a sidecar in the folder, or in the folders in it."""
    seen = 0
    unread: list[Problem] = []  # what is in there cannot be renamed
    for names in names_below(folder, unread):
        if _without_article(names):
            return True
        seen += len(names)
        if seen > MOST_NAMES:
            return False
    return False


def without_article(folder: Path, names: Iterable[str] | None = None) -> list[Path]:
    """List such sidecars of the folder itself; none where it cannot be listed.

    ``names`` are those of all files in the folder, if it has been listed already.
    """
    return [folder / name for name in _without_article(names_in(folder) if names is None else names)]


def _without_article(names: Iterable[str]) -> list[str]:
    names = [*names]
    sidecars = [name for name in names if name.endswith(".yaml") and PART in name and name[0] != "."]
    if not sidecars:
        return []
    known = {*names}
    left = [name for name in sidecars if not (name.endswith(USUAL) and f"{name[: -len(USUAL)]}{SUFFIX}" in known)]
    articles = [name for name in names if name.lower().endswith(ARTICLE_SUFFIXES) and name[0] != "."] if left else []
    stems = {*articles, *(name.rpartition(".")[0] for name in articles)}
    return [name for name in left if _stem(name) not in stems and is_sidecar_name(name)]


def _stem(name: str) -> str:
    stem, _, rest = name.partition(PART)
    return stem if PART not in rest else stem_of(Path(name))
