"""The sidecar of an article in its folder, where another article may have the same stem.

``Budget.md`` and ``Budget.txt`` would both have ``Budget.annotations.yaml``. That is the sidecar of the one that it
names; the other's has its article's whole name, ``Budget.md.annotations.yaml``.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable
from pathlib import Path

from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES, article_name
from annotator.storage.articles.folders import names_in
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import SidecarError
from annotator.storage.sidecars.belonging import is_there_too, same_name
from annotator.storage.sidecars.named_article import named_article
from annotator.storage.sidecars.sidecar_files import (
    MAX_SIDECAR_BYTES,
    annotator_in,
    is_sidecar_name,
    sidecar_path,
    stem_of,
    whole_name_path,
)

USUAL_SUFFIXES = tuple(
    spelled for suffix in ARTICLE_SUFFIXES for spelled in (suffix, suffix.upper(), f".{suffix[1:].capitalize()}")
)


def sidecar_of(article: Path, annotator: str = "", names: Container[str] | None = None) -> Path:
    """Return the path of the article's sidecar for this annotator, whether it exists or not.

    ``names`` are those of all articles of the folder, if they are known: then none is looked for on the disk.
    Where neither of two articles of one stem has a sidecar, the plain name is for the one whose suffix comes first in
    ``USUAL_SUFFIXES``, so that two windows come to the same result.
    """
    plain, whole = sidecar_path(article, annotator), whole_name_path(article, annotator)
    if _exists(os.fspath(whole)) and _may_be_of(whole, article):
        return whole
    twins = _twins(article, names)
    if not twins:
        return plain
    if _exists(os.fspath(plain)):
        return plain if _may_be_of(plain, article) else whole
    return plain if all(_rank(article) < _rank(twin) for twin in twins) else whole


def sidecars_of(article: Path, names: Iterable[str] | None = None) -> list[Path]:
    """Return the article's sidecars, those of all annotators; empty if the folder is unreadable.

    ``names`` are those of all files in the folder, if it has been listed already.
    """
    every = names_in(article.parent) if names is None else names
    beginnings = f"{article.stem}.annotations", f"{article.name}.annotations"
    named = [name for name in every if name.startswith(beginnings)]
    beside = (article.with_name(name) for name in named if is_sidecar_name(name))
    return sorted(path for path in beside if is_sidecar_of(path, article))


def is_sidecar_of(sidecar: Path, article: Path) -> bool:
    """Return True if the sidecar is where that of the article is looked for."""
    return has_name_for(sidecar, article) and sidecar_of(article, annotator_in(sidecar)).name == sidecar.name


def has_name_for(sidecar: Path, article: Path) -> bool:
    """Return True if the sidecar is called after the article's stem or whole name."""
    return stem_of(sidecar) in (article.stem, article.name)


def _may_be_of(sidecar: Path, article: Path) -> bool:
    """Return False if the sidecar names another article that has, or had, the name for it."""
    try:
        named = named_article(sidecar, bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError, follow=True)).file
    except SidecarError:
        return True  # whoever reads it says why it cannot be read
    if same_name(named, article_name(article)):
        return True
    is_plain_name_of_another = stem_of(sidecar) == article.name == Path(named).stem
    return not is_plain_name_of_another and not is_there_too(sidecar, named, article.name)


def _twins(article: Path, names: Container[str] | None = None) -> list[Path]:
    """Return the other articles of the same stem whose suffix is spelled in a usual way."""
    own = article.suffix
    stem = (os.fspath(article) if names is None else article.name).removesuffix(own)
    is_there = _exists if names is None else names.__contains__
    there = [suffix for suffix in USUAL_SUFFIXES if suffix != own and is_there(stem + suffix)]
    twins = (article.with_suffix(suffix) for suffix in there)
    return [twin for twin in twins if not _is_same(twin, article)]


def _exists(path: str) -> bool:
    return os.path.exists(path)  # noqa: PTH110  # a text: it is asked of each article of a folder


def _is_same(one: Path, other: Path) -> bool:
    """Return True if the disk takes two spellings of a name for one."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _rank(article: Path) -> int:
    return USUAL_SUFFIXES.index(article.suffix) if article.suffix in USUAL_SUFFIXES else len(USUAL_SUFFIXES)
