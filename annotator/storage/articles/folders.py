"""Articles and sidecars of a folder."""

from __future__ import annotations

import os
import re
from pathlib import Path

from annotator.storage.articles.article_names import is_article_name
from annotator.storage.files.atomic_write import saving_failed
from annotator.storage.files.file_bytes import reading_failed
from annotator.storage.files.file_error import FileError, SaveError
from annotator.translation.messages import _

DIGITS = re.compile(r"[0-9]+")


def articles_in(folder: Path) -> list[Path]:
    """Return the articles of the folder, without subfolders, in natural order: 2 before 10.

    Raises FileError where ``folder`` is a file or cannot be read.
    """
    return [folder / name for name in sorted(_names(folder), key=natural_order)]


def article_names(folder: Path) -> frozenset[str]:
    """Return the names of the folder's articles; empty if it is unreadable."""
    try:
        return frozenset(_names(folder))
    except FileError:
        return frozenset()


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if is_listed(entry)]
    except NotADirectoryError as failure:
        raise FileError.at(folder, _("This is a file, not a folder.")) from failure
    except OSError as failure:
        raise FileError.at(folder, reading_failed(failure)) from failure


def names_in(folder: Path) -> list[str]:
    """Return the names of all that is in the folder, in no order; empty if it is unreadable."""
    try:
        return os.listdir(folder)  # noqa: PTH208  # texts: making a path of each takes many times as long
    except OSError:
        return []


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
            found = [(entry.name, _status(entry)) for entry in entries if entry.name.endswith(".yaml")]
    except OSError:
        return {}
    return {name: (status.st_mtime_ns, status.st_size) for name, status in found}


def _status(entry: os.DirEntry[str]) -> os.stat_result:
    """Return the status of the file, or of the link where that leads nowhere. Raises OSError."""
    try:
        return entry.stat()
    except OSError:
        return entry.stat(follow_symlinks=False)


def natural_order(name: str) -> tuple[str, str]:
    """Return a sort key that compares runs of digits as numbers and ignores case.

    Before the digits of a number stand a character that is less than any in a name, and one for how many they are: a
    number of more digits is larger. A single text is compared many times as fast as a list of texts and numbers.
    """
    return DIGITS.sub(_number_in_order, name.casefold()), name


def _number_in_order(digits: re.Match[str]) -> str:
    number = digits[0].lstrip("0")
    return f"\0{chr(len(number))}{number}"


def is_listed(entry: os.DirEntry[str]) -> bool:
    """Return True if the entry of a folder is an article that is listed: hidden ones and folders are not."""
    if entry.name.startswith(".") or not is_article_name(entry.name):
        return False
    return entry.is_file(follow_symlinks=False) or (entry.is_symlink() and _leads_to_file(entry))


def _leads_to_file(entry: os.DirEntry[str]) -> bool:
    try:
        return Path(entry).is_file()
    except OSError:
        return False
