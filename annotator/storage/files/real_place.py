"""Resolution of paths that may be links, within the folder that they stand in."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.storage.files.folder_handle import FolderHandle, folder_below
from annotator.translation.messages import N_, _

LEADS_OUT = N_("It is a link that leads out of its folder, and is not followed.")


class LeadsOutError(OSError):
    """A link leads out of the folder in which it stands."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.ELOOP, _(LEADS_OUT), str(path))


def leads_out(path: Path) -> bool:
    """Return whether the path is a link to somewhere outside its folder."""
    return os.path.islink(path) and _names_below(path) is None  # noqa: PTH114 # pathlib raises for long names


def followed(path: Path) -> Path:
    """Return the path that a link leads to, for links that the user has named and thereby chosen."""
    return Path(os.path.realpath(path)) if os.path.islink(path) else path  # noqa: PTH114 # pathlib raises where it cannot tell


@contextmanager
def real_place(path: Path, *, follow: bool = False) -> Iterator[tuple[FolderHandle, str]]:
    """Open the folder in which the file of that path really lies, and give it with the file's name there.

    A link to a place within the folder of ``path`` is followed; one that leads out of it only with ``follow``. On the
    way from that folder on there is no link when it is opened, so nothing that is put there in the meantime leads
    anywhere else. Raises LeadsOutError, OSError.
    """
    with FolderHandle.open(path.parent) as folder:
        if not is_link(folder, path.name):
            yield folder, path.name
            return
    names, root = _names_below(path), path.parent
    if names is None:
        if not follow:
            raise LeadsOutError(path)
        real = Path(os.path.realpath(path))
        root, names = real.parent, (real.name,)
    with folder_below(root, names[:-1]) as folder:
        yield folder, names[-1]


def is_link(folder: FolderHandle, name: str) -> bool:
    """Return whether there is a link of that name in the folder. Raises OSError."""
    try:
        return stat.S_ISLNK(folder.status(name).st_mode)
    except FileNotFoundError:
        return False


def _names_below(path: Path) -> tuple[str, ...] | None:
    """Return the names from the path's folder to the file it leads to; None where that lies outside."""
    real, root = Path(os.path.realpath(path)), Path(os.path.realpath(path.parent))
    return real.relative_to(root).parts or None if real.is_relative_to(root) else None
