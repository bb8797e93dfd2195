"""Time stamps of a folder's sidecars, by which a change is noticed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from annotator.session.opening.entries import Entries
from annotator.storage.articles.folders import sidecar_stamps
from annotator.storage.saving.leftovers import clear_leftovers

Stamps: TypeAlias = Mapping[str, tuple[int, int]]


def cleared_stamps(top: Path, folders: Sequence[str], entries: Entries) -> Stamps:
    """Prepare the entries for a filter, remove what a crash left in the folders, return the stamps of all sidecars."""
    entries.texts()
    for folder in folders:
        clear_leftovers(top / folder)
    return stamps_of(top, folders)


def stamps_of(top: Path, folders: Iterable[str]) -> Stamps:
    """Return the stamps of all sidecars in the folders, by their paths from ``top`` on."""
    found: dict[str, tuple[int, int]] = {}
    for folder in folders:
        beginning = folder + os.sep if folder else ""
        found.update((beginning + name, stamp) for name, stamp in sidecar_stamps(top / folder).items())
    return found
