"""Articles and sidecars of a folder."""

from __future__ import annotations

import os
import re
from pathlib import Path

from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES, is_article_name
from annotator.storage.files.atomic_write import saving_failed
from annotator.storage.files.file_bytes import reading_failed
from annotator.storage.files.file_error import FileError, SaveError
from annotator.translation.messages import _

DIGITS = re.compile(r"([0-9]+)")


def articles_in(folder: Path) -> list[Path]:
    """Return the articles of the folder, without subfolders, in natural order: 2 before 10.

    Raises FileError where ``folder`` is a file or cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _is_listed(entry)]
    except NotADirectoryError as failure:
        raise FileError.at(folder, _("This is a file, not a folder.")) from failure
    except OSError as failure:
        raise FileError.at(folder, reading_failed(failure)) from failure
    return [folder / name for name in sorted(names, key=natural_order)]


def article_names(folder: Path) -> frozenset[str]:
    """Return the names with an article's suffix, without looking at the files; empty if the folder is unreadable."""
    try:
        with os.scandir(folder) as entries:
            return frozenset(entry.name for entry in entries if entry.name.lower().endswith(ARTICLE_SUFFIXES))
    except OSError:
        return frozenset()


def make_folder_of(path: Path) -> None:
    """Create the parent folder of ``path`` and the folders above it. Raises SaveError where that fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise SaveError.at(path.parent, saving_failed(failure)) from failure


def sidecar_stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the modification time (ns) and size (bytes) of each YAML file by name; empty if unreadable."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(".yaml")]
    except OSError:
        return {}
    return {name: (status.st_mtime_ns, status.st_size) for name, status in found}


def natural_order(name: str) -> tuple[list[str | int], str]:
    """Return a sort key that compares runs of digits as numbers and ignores case.

    Text and number stand in turns, beginning with a text, so that like is compared with like.
    """
    pieces: list[str | int] = [*DIGITS.split(name.casefold())]
    pieces[1::2] = map(int, pieces[1::2])
    return pieces, name


def _is_listed(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or not is_article_name(entry.name):
        return False
    return entry.is_file(follow_symlinks=False) or (entry.is_symlink() and Path(entry).is_file())
