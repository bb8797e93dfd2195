"""Removal of temporary files that a crashed process left behind."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.files.hidden_folder import HISTORY, NAME, HiddenPlace, remove_empty_folders
from annotator.storage.files.real_place import real_place
from annotator.storage.files.stray_files import cleared
from annotator.storage.sidecars.sidecar_files import is_sidecar_name


def clear_leftovers(folder: Path, *, histories: bool = True) -> list[Path]:
    """Remove leftover temporary files and folders of the folder and its hidden folder; return their paths.

    Without ``histories`` the folders of histories, one for each sidecar, are left out. Links are neither removed nor
    followed. Never raises OSError.
    """
    now, removed = time.time(), list[Path]()
    with suppress(OSError), FolderHandle.open(folder) as opened:
        removed += cleared(opened, now)
        for name in filter(is_sidecar_name, opened.links()):
            removed += _cleared_where_linked(folder / name, now)
        with suppress(OSError), opened.child(NAME) as hidden:
            removed += _cleared_below(hidden, now, () if histories else (HISTORY,))
    for path in removed:
        if NAME in path.relative_to(folder).parts:
            remove_empty_folders(HiddenPlace(folder, path.parent.relative_to(folder / NAME).parts))
    return removed


class LeftoversClearing:
    """Removal of leftovers from the folders in which a run writes, once from each.

    Without ``histories`` the folders of histories are left out: who replaces sidecars together clears those that it
    uses.
    """

    def __init__(self, *, histories: bool = True) -> None:
        self._cleared: set[Path] = set()
        self._histories = histories

    def of(self, *folders: Path) -> None:
        """Clear these folders, unless they have been cleared already."""
        for folder in {*folders} - self._cleared:
            self._cleared.add(folder)
            clear_leftovers(folder, histories=self._histories)


def _cleared_where_linked(sidecar: Path, now: float) -> list[Path]:
    """Clear the folder in which a sidecar that is a link is written, if that folder lies in the opened one."""
    with suppress(OSError), real_place(sidecar) as (folder, _):
        return [*cleared(folder, now)]
    return []


def _cleared_below(folder: FolderHandle, now: float, but: Collection[str] = ()) -> Iterator[Path]:
    """Clear a folder and all folders below it, but not the folders inside those whose names are in ``but``."""
    kinds = folder.kinds()
    yield from cleared(folder, now, kinds)
    for name, is_folder in kinds.items():
        if is_folder:
            with suppress(OSError), folder.child(name) as inner:
                yield from cleared(inner, now) if name in but else _cleared_below(inner, now)
