"""Safe file names from foreign names: inside the folder, valid on every operating system, never hidden."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from unicodedata import normalize

from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES, GUIDELINES_NAME

NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\\/\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]')
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
SEPARATORS = re.compile(r"[/\\]+")
ANNOTATIONS = re.compile(r"\.annotations(?=\.|$)", re.IGNORECASE)
"""Infix that only the names of sidecars may contain."""

LONGEST = 120
DEEPEST = 8


def safe_path(path: str) -> PurePosixPath:
    """Return the article's relative path below a folder: subfolders and a name that ends in .txt or .md."""
    parts = [part for part in SEPARATORS.split(path) if part not in ("", ".", "..")]
    *folders, name = parts or ["article"]
    stem, suffix = _stem_and_suffix(name)
    name = f"{safe_name(stem)}{suffix}"
    if name.lower() == GUIDELINES_NAME:  # a file of that name is no article
        name += ARTICLE_SUFFIXES[0]
    return PurePosixPath(*(safe_name(folder) for folder in folders[-DEEPEST:]), name)


def safe_name(name: str) -> str:
    """Return the name without characters that some operating system forbids; at most ``LONGEST`` bytes of UTF-8."""
    name = (
        ANNOTATIONS.sub("-annotations", NOT_IN_NAMES.sub("_", name))
        .encode("utf-8", "replace")[:LONGEST]
        .decode("utf-8", "ignore")
    )
    name = re.sub(r"\s+", " ", name).strip(" .")
    return f"{name}_" if RESERVED.fullmatch(name) else name or "article"


def same_on_some_disk(name: str) -> str:
    """Return what two names have in common that are one on a disk that minds neither case nor composition."""
    return normalize("NFC", normalize("NFD", name).casefold())


def _stem_and_suffix(name: str) -> tuple[str, str]:
    stem, dot, suffix = name.rpartition(".")
    if dot and f".{suffix.lower()}" in ARTICLE_SUFFIXES:
        return stem, f".{suffix.lower()}"
    return name, ARTICLE_SUFFIXES[0]
