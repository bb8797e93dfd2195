"""Safe file names from foreign names: inside the folder, valid on every operating system, never hidden."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath

from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES

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
    return PurePosixPath(*(safe_name(folder) for folder in folders[-DEEPEST:]), f"{safe_name(stem)}{suffix}")


def safe_name(name: str) -> str:
    """Return the name without characters that some operating system forbids; at most ``LONGEST`` bytes of UTF-8."""
    name = (
        ANNOTATIONS.sub("-annotations", NOT_IN_NAMES.sub("_", name))
        .encode("utf-8", "replace")[:LONGEST]
        .decode("utf-8", "ignore")
    )
    name = re.sub(r"\s+", " ", name).strip(" .")
    return f"{name}_" if RESERVED.fullmatch(name) else name or "article"


def free_path(path: Path, taken: set[Path]) -> Path:
    """Return the path, with a number appended where there is a file or link, or the path is in ``taken``."""
    number, found = 1, path
    while os.path.lexists(found) or found in taken:
        number += 1
        found = path.with_name(f"{path.stem} {number}{path.suffix}")
    return found


def _stem_and_suffix(name: str) -> tuple[str, str]:
    stem, dot, suffix = name.rpartition(".")
    if dot and f".{suffix.lower()}" in ARTICLE_SUFFIXES:
        return stem, f".{suffix.lower()}"
    return name, ARTICLE_SUFFIXES[0]
