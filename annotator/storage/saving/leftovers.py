"""Removal of temporary files that a crashed process left behind."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from annotator.storage.files.temporary_names import is_stray
from annotator.storage.saving.hidden_folder import hidden_folder, remove_empty_folders
from annotator.storage.sidecars.sidecar_files import is_sidecar


def clear_leftovers(folder: Path) -> list[Path]:
    """Remove leftover temporary files of the folder and its hidden folder; return their paths. Never raises OSError."""
    now, removed = time.time(), list[Path]()
    for place in [*_folders_written_to(folder), *_hidden_folders(folder)]:
        for entry in _entries(place):
            if _is_stray_file(entry, now):
                with suppress(OSError):
                    Path(entry).unlink()
                    removed.append(Path(entry))
    for path in removed:
        remove_empty_folders(path)
    return removed


def _folders_written_to(folder: Path) -> set[Path]:
    """Return the folder itself and the folders of the files to which its sidecars are linked."""
    links = (Path(entry) for entry in _entries(folder) if entry.is_symlink() and is_sidecar(Path(entry)))
    return {folder} | {Path(os.path.realpath(link)).parent for link in links}


def _hidden_folders(folder: Path) -> Iterator[Path]:
    for place, _, _ in os.walk(hidden_folder(folder)):
        yield Path(place)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _is_stray_file(entry: os.DirEntry[str], now: float) -> bool:
    try:
        return entry.is_file(follow_symlinks=False) and is_stray(entry.name, now - entry.stat().st_mtime)
    except OSError:
        return False
