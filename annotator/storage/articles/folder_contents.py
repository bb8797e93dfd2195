"""Articles of one folder with the folders in it, and whether they may have changed since they were listed."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NamedTuple

from annotator.storage.articles.folder_walk import is_folder_entry
from annotator.storage.articles.folders import is_listed, natural_order
from annotator.storage.files.file_bytes import reading_failed
from annotator.storage.files.file_error import FileError
from annotator.translation.messages import _

SETTLED_NS = 2_000_000_000
"""Age of a folder's time stamp from which on a further change is sure to give it another one: file systems count in
steps, of 2 s at most."""


class FolderContents(NamedTuple):  # there are thousands of them
    """Names of a folder's articles and of the folders in it, each in natural order, without hidden ones.

    ``stamp`` is the folder's modification time in ns; 0 where a change could leave that as it is.
    """

    articles: tuple[str, ...]
    folders: tuple[str, ...]
    stamp: int


NOTHING = FolderContents((), (), 0)


def contents_of(folder: Path, before: FolderContents = NOTHING) -> FolderContents:
    """List the folder; folders that are links are left out. Raises FileError where it is a file or unreadable.

    The order of ``before`` is kept where the names are the same, as sorting takes longer than listing.
    """
    try:
        stamp = _stamp(folder)
        articles, folders = _names_in(folder)
    except NotADirectoryError as failure:
        raise FileError.at(folder, _("This is a file, not a folder.")) from failure
    except OSError as failure:
        raise FileError.at(folder, reading_failed(failure)) from failure
    return FolderContents(_in_order(articles, before.articles), _in_order(folders, before.folders), stamp)


def _names_in(folder: Path) -> tuple[list[str], list[str]]:
    """Return the names of articles and of folders, without hidden ones. Raises OSError."""
    articles, folders = list[str](), list[str]()
    with os.scandir(folder) as entries:
        for entry in entries:
            if is_listed(entry):
                articles.append(entry.name)
            elif is_folder_entry(entry, follow=False) and not entry.name.startswith("."):
                folders.append(entry.name)
    return articles, folders


def _in_order(names: list[str], before: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) == len(before) and set(names) == set(before):
        return before
    return tuple(sorted(names, key=natural_order))


def contents_now(folder: Path, before: FolderContents | None) -> FolderContents:
    """List the folder unless it is as it was ``before``. Raises FileError where it is a file or unreadable."""
    if before and before.stamp:
        try:
            if folder.stat().st_mtime_ns == before.stamp:
                return before
        except OSError as failure:
            raise FileError.at(folder, reading_failed(failure)) from failure
    return contents_of(folder, before or NOTHING)


def stamp_of(folder: Path) -> int:
    """Return the folder's modification time in ns; 0 where a change could leave that as it is, or it is unreadable."""
    try:
        return _stamp(folder)
    except OSError:
        return 0


def _stamp(folder: Path) -> int:
    changed = folder.stat().st_mtime_ns
    return changed if time.time_ns() - changed > SETTLED_NS else 0
