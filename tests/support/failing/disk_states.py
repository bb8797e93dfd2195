"""The files of a folder, to compare before and after: with times of now, which differ from run to run, taken out."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

FOLDER = b"(a folder)"
TEMPORARY = re.compile(r"\.annotator-.*\.tmp")
NOT_COMPARED = {".gitignore", "errors.log"}
"""The first is written again by whatever is kept next, the second is about failures."""
NOW = re.compile(rb"20[2-9]\d-\d\d-\d\dT\d\d:\d\d:\d\dZ")
NOW_IN_NAME = re.compile(r"20[2-9]\d\d\d\d\dT\d{6}Z(?:-\d+)?")

File: TypeAlias = tuple[int, bytes]
"""The permissions and the content of a file or folder."""
State: TypeAlias = Mapping[str, File]
"""All files and folders by their paths."""


def state_of(root: Path) -> State:
    """Read everything below the folder but temporary files."""
    found: dict[str, tuple[int, bytes]] = {}
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if not any(TEMPORARY.fullmatch(part) for part in parts) and path.name not in NOT_COMPARED:
            data = FOLDER if path.is_dir() else NOW.sub(b"(now)", path.read_bytes())
            name, times = NOW_IN_NAME.subn("(now)", "/".join(parts))
            if times:  # told apart by content: two of one second do not sort as two of different seconds do
                name += f" {hashlib.sha256(data).hexdigest()[:8]}"
            while name in found:
                name += "'"
            found[name] = (stat.S_IMODE(path.stat().st_mode), data)
    return found


def temporary_files(root: Path) -> list[str]:
    """Return the names of the temporary files and folders below the folder."""
    return [path.name for path in root.rglob(".annotator-*") if TEMPORARY.fullmatch(path.name)]


def left_files(root: Path) -> list[str]:
    """Return the names of the temporary files below the folder, without temporary folders."""
    return [name for name in temporary_files(root) for path in root.rglob(name) if path.is_file()]


def neither(there: State, old: State, new: State, *, partial: bool) -> list[str]:
    """Return the paths whose file is neither the whole old nor the whole new one; ``partial`` allows parts of the new.

    A file that the old state has and the new one has not may be gone where all of the new is there.
    """
    found, done = [], not differing(there, new)
    for path in {*there, *old}:
        allowed = [state[path] for state in (old, new) if path in state]
        if path not in old or (path not in new and done):
            allowed.append((0, b""))  # it need not be there
        now = there.get(path, (0, b""))
        if not any(_is_as(now, file) for file in allowed) and not (
            partial and path in new and _is_part(now[1], new[path][1])
        ):
            found.append(path)
    return sorted(found)


def differing(there: State, new: State) -> list[str]:
    """Return the paths of the new state that are not there as they should be."""
    return sorted(path for path, file in new.items() if path not in there or not _is_as(there[path], file))


def _is_as(there: File, wanted: File) -> bool:
    """Whether the file has the content, and nobody may do with it what he may not with the wanted one."""
    return there[1] == wanted[1] and not there[0] & ~wanted[0]


def _is_part(there: bytes, new: bytes) -> bool:
    return set(_lines(there)) <= set(_lines(new))


def _lines(data: bytes) -> Iterable[bytes]:
    return data.splitlines()
