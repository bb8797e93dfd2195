"""Stamps of the sidecars below a folder, by which those that somebody has written since are known."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from annotator.corpus.tree import Found, Tree, found_below
from annotator.storage.files.confinement import confined_to
from annotator.storage.sidecars.sidecar_files import is_sidecar

Stamps: TypeAlias = Mapping[str, tuple[int, int]]
"""Time of the last change in ns and size in bytes, by the path from the folder, with slashes."""


class Rewritten(NamedTuple):
    """Sidecars that have been written since, those that are gone, and the stamps as they are now."""

    written: list[str]
    gone: list[str]
    stamps: Stamps


def stamps_below(folder: Path) -> Stamps:
    """Return the stamps of all sidecars below the folder; those that cannot be looked at are left out."""
    found: dict[str, tuple[int, int]] = {}
    with confined_to([folder]):
        for one in found_below([folder], Tree(articles=False)):
            if isinstance(one, Found) and is_sidecar(one.file):
                try:
                    status = one.file.stat()
                except OSError:
                    continue
                found[one.file.relative_to(folder).as_posix()] = status.st_mtime_ns, status.st_size
    return found


def rewritten_below(folder: Path, before: Stamps) -> Rewritten:
    """Compare the sidecars below the folder with their stamps of ``before``."""
    now = stamps_below(folder)
    written = [sidecar for sidecar, stamp in now.items() if before.get(sidecar) != stamp]
    return Rewritten(written, [sidecar for sidecar in before if sidecar not in now], now)
