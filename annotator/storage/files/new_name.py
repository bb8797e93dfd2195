"""Renaming a file, never over another."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from annotator.storage.files.file_bytes import is_there
from annotator.translation.messages import _


def rename_to_new(old: Path, new: Path) -> None:
    """Give the file a name that no other has. Raises OSError, FileExistsError where another has it.

    A second link to the file is made before the first goes, as that fails where there is such a name; disks without
    links are asked first.
    """
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        if not old.samefile(new):
            raise
        old.rename(new)  # the disk takes two spellings of a name for one
    except (OSError, NotImplementedError) as failure:
        if isinstance(failure, FileNotFoundError):
            raise
        if is_there(new) or new.is_symlink():
            raise FileExistsError(errno.EEXIST, _("a file of that name is there")) from failure
        old.rename(new)
    else:
        _forget(old, new)


def _forget(old: Path, new: Path) -> None:
    """Remove the old name. Raises OSError; then the new one is gone instead."""
    try:
        old.unlink()
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise
