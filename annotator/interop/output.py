"""Target of an export: written to a temporary neighbour, then moved into place whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TextIO

from annotator.storage.files.atomic_write import refuse_pipe, saving_failed
from annotator.storage.files.file_error import SaveError, shown
from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.files.folder_placing import NEW, FolderPlacing
from annotator.storage.files.stray_files import REPLACED, cleared, interrupted
from annotator.storage.files.temporary_names import temporary_beside, temporary_name
from annotator.translation.messages import N_, _, listed

BUFFER = 64 * 1024
"""Size in bytes of the buffer of a text file: about ten documents of a JSON Lines file per write."""

REMOVED = N_("What an interrupted export left was removed: {names}.")
INTERRUPTED = N_("An export was interrupted before all was replaced. The files it replaced are in {folder}.")


class Output:
    """Files of an export by names such as “train/story.ann”; a single-file format has one with the empty name.

    ``notes`` are sentences for the report.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self.notes: list[str] = []

    def place(self, name: str = "") -> Path:
        """Return the path of the file, for libraries that open it themselves."""
        if not name:
            return self._root
        parts = PurePosixPath(name).parts
        assert parts
        assert not PurePosixPath(name).is_absolute()
        assert ".." not in parts
        path = self._root.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    @contextmanager
    def text(self, name: str = "") -> Iterator[TextIO]:
        """Open a new UTF-8 file with LF newlines."""
        with self.place(name).open("x", buffering=BUFFER, encoding="utf-8", newline="") as file:
            yield file

    @contextmanager
    def binary(self, name: str = "") -> Iterator[BinaryIO]:
        """Open a new binary file."""
        with self.place(name).open("xb") as file:
            yield file


@contextmanager
def staged(
    target: Path, *, folder: bool, replace: bool, refused: Callable[[Path], str] = lambda _path: ""
) -> Iterator[Output]:
    """Yield an output that is moved to ``target`` on success and removed on failure. Raises SaveError.

    ``replace`` allows replacing what exists: the file, or files of the same names in the folder. What is replaced
    comes back where the export fails. A link in place of a file is replaced, never followed; a link in place of a
    subfolder is refused. ``refused`` returns a sentence for a file that must not be written to.
    """
    _refuse_other_kind(target, folder=folder)
    _refuse_pipe(target)
    if sentence := "" if folder else refused(target):
        raise SaveError.at(target, sentence)
    merged = folder and target.is_dir()
    notes = _leftovers_of(target, target.parent)
    if not replace and is_taken(target, folder=folder):
        raise SaveError.at(target, _("There is something already. Choose another place, or replace it with --replace."))
    staging = target / temporary_name() if merged else temporary_beside(target)
    try:
        if folder:
            (staging / NEW).mkdir(parents=True)
        output = Output(staging / NEW if folder else staging)
        output.notes += notes
        yield output
        _put(staging, target, merged=merged, folder=folder, refused=refused)
    except OSError as failure:
        raise SaveError.at(_place_of(failure, target), saving_failed(failure)) from failure
    finally:
        _remove(staging)


def _refuse_other_kind(target: Path, *, folder: bool) -> None:
    """Raise SaveError where there is a file in place of the folder that is to be written, or the other way round."""
    if folder and os.path.lexists(target) and not target.is_dir():
        raise SaveError.at(target, _("It is a file, but this format needs a folder."))
    if not folder and target.is_dir():
        raise SaveError.at(target, _("It is a folder, but this format is one file. Give a file's name."))


def _refuse_pipe(path: Path) -> None:
    """Raise SaveError where there is a pipe or a device, or a link to one, as in ``/dev``."""
    try:
        refuse_pipe(path.stat())
    except FileExistsError as failure:
        raise SaveError.at(path, saving_failed(failure)) from failure
    except OSError:
        return


def is_taken(target: Path, *, folder: bool) -> bool:
    """Return whether an export to ``target`` would have to replace something."""
    if folder and target.is_dir():
        return any(target.iterdir())
    return os.path.lexists(target)


def _leftovers_of(*folders: Path) -> list[str]:
    """Clear what killed exports left in the folders, and return a sentence where they left anything."""
    now, notes = time.time(), list[str]()
    for path in folders:
        with suppress(OSError), FolderHandle.open(path) as folder:
            if gone := [*cleared(folder, now)]:
                notes.append(_(REMOVED).format(names=listed(shown(p.name) for p in gone)))
            for left in interrupted(folder, now):
                notes.append(_(INTERRUPTED).format(folder=shown(str(left / REPLACED))))
    return notes


def _put(staging: Path, target: Path, *, merged: bool, folder: bool, refused: Callable[[Path], str]) -> None:
    placing = FolderPlacing(staging, target)
    for path in [target.joinpath(*parts) for parts in placing.names()] if folder else [target]:
        _refuse_pipe(path)
        if sentence := refused(path):
            raise SaveError.at(path, sentence)
    if merged:
        placing.place()
    else:
        (staging / NEW if folder else staging).replace(target)


def _place_of(failure: OSError, target: Path) -> Path:
    """Return the link or folder that is in the way, else the target."""
    in_the_way = failure.errno in (errno.ELOOP, errno.EISDIR) and isinstance(failure.filename, str)
    return Path(failure.filename) if in_the_way else target


def _remove(staging: Path) -> None:
    """Remove the temporary file or folder, unless it has the only copy of what was replaced."""
    with suppress(OSError):  # rmtree raises some, in spite of ignore_errors; the next export clears what is left
        if not staging.is_dir():
            staging.unlink(missing_ok=True)
        elif not any(file.is_file() or file.is_symlink() for file in (staging / REPLACED).rglob("*")):
            shutil.rmtree(staging, ignore_errors=True)
