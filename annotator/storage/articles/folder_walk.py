"""Files below a folder, and the folders in it that cannot be listed: none is taken for an empty one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from annotator.storage.articles.folders import natural_order
from annotator.storage.files.file_bytes import reading_failed
from annotator.storage.files.file_error import FileError, Problem


def files_below(folder: Path, unread: list[Problem]) -> Iterator[Path]:
    """Yield the files of a folder, then those of each folder in it, in natural order; hidden ones are left out.

    Folders that are links are not entered. Those that cannot be listed are added to ``unread``.
    """
    for above, names in _walk(folder, unread):
        yield from (above / name for name in sorted(names, key=natural_order))


def names_below(folder: Path, unread: list[Problem]) -> Iterator[list[str]]:
    """Yield the names of the files in the folder, and in each folder below it, in no order."""
    yield from (names for _, names in _walk(folder, unread))


def folders_below(folder: Path, unread: list[Problem]) -> Iterator[tuple[Path, list[str]]]:
    """Yield the folder and each folder below it, with the names of its files, in no order."""
    yield from _walk(folder, unread)


def all_files_below(folder: Path, suffix: str) -> list[Path]:
    """Return the files below a folder whose names end so. Raises FileError where a folder cannot be listed."""
    unread: list[Problem] = []
    found = sorted(file for file in files_below(folder, unread) if file.name.endswith(suffix))
    return _unless(unread, found)


def all_files_in(folder: Path, suffix: str) -> list[Path]:
    """Return the files of a folder whose names end so. Raises FileError where it cannot be listed."""
    unread: list[Problem] = []
    names, _ = _listed(folder, unread)
    return _unless(unread, sorted(folder / name for name in names if name.endswith(suffix)))


def _unless(unread: list[Problem], found: list[Path]) -> list[Path]:
    if unread:
        raise FileError(unread[0])
    return found


def _walk(folder: Path, unread: list[Problem]) -> Iterator[tuple[Path, list[str]]]:
    """Yield each folder with the names of its files, without recursion: folders can be deeper than the stack."""
    waiting = [folder]
    while waiting:
        above = waiting.pop()
        files, folders = _listed(above, unread)
        yield above, files
        waiting += (above / name for name in sorted(folders, key=natural_order, reverse=True))


def _listed(folder: Path, unread: list[Problem]) -> tuple[list[str], list[str]]:
    """Return the names of the files and of the folders; links to folders are neither."""
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as failure:
        unread.append(Problem(folder, None, reading_failed(failure)))
        return [], []
    files = [entry.name for entry in shown if not is_folder_entry(entry, follow=True)]
    return files, [entry.name for entry in shown if is_folder_entry(entry, follow=False)]


def is_folder_entry(entry: os.DirEntry[str], *, follow: bool) -> bool:
    """Tell whether the entry is a folder, or with ``follow`` a link to one; one that cannot be looked at is none."""
    try:
        return entry.is_dir(follow_symlinks=follow)
    except OSError:  # a link that cannot be followed: whoever opens it says why
        return False
