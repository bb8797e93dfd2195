"""Target of an export: written to a temporary neighbour, then moved into place whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TextIO

from annotator.storage.files.atomic_write import saving_failed
from annotator.storage.files.file_error import SaveError
from annotator.storage.files.temporary_names import temporary_beside

BUFFER = 64 * 1024
"""Size in bytes of the buffer of a text file: about ten documents of a JSON Lines file per write."""


class Output:
    """Files of an export by names such as “train/story.ann”; a single-file format has one with the empty name."""

    def __init__(self, root: Path) -> None:
        self._root = root

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
def staged(target: Path, *, folder: bool, replace: bool) -> Iterator[Output]:
    """Yield an output that is moved to ``target`` on success and removed on failure. Raises SaveError.

    ``replace`` allows replacing what exists: the file, or files of the same names in the folder.
    """
    if folder and target.exists() and not target.is_dir():
        raise SaveError.at(target, "It is a file, but this format needs a folder.")
    if not folder and target.is_dir():
        raise SaveError.at(target, "It is a folder, but this format is one file. Give a file's name.")
    if not replace and is_taken(target, folder=folder):
        raise SaveError.at(target, "There is something already. Choose another place, or replace it with --replace.")
    temporary = temporary_beside(target)
    try:
        if folder:
            temporary.mkdir(parents=True)
        yield Output(temporary)
        _put(temporary, target)
    except OSError as failure:
        raise SaveError.at(target, saving_failed(failure)) from failure
    finally:
        _remove(temporary)


def is_taken(target: Path, *, folder: bool) -> bool:
    """Return whether an export to ``target`` would have to replace something."""
    if folder and target.is_dir():
        return any(target.iterdir())
    return os.path.lexists(target)


def _put(temporary: Path, target: Path) -> None:
    if not temporary.is_dir():
        temporary.replace(target)
        return
    with suppress(OSError):
        target.rmdir()  # removes the target only if it is empty
    if not target.exists():
        temporary.replace(target)
        return
    for folder, _, names in os.walk(temporary):
        below = target / Path(folder).relative_to(temporary)
        below.mkdir(exist_ok=True)
        for name in names:
            Path(folder, name).replace(below / name)


def _remove(temporary: Path) -> None:
    if temporary.is_dir():
        shutil.rmtree(temporary, ignore_errors=True)
    else:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
