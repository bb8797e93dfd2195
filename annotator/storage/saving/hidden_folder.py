"""The hidden folder ``.annotator`` in an opened folder: history, kept texts and locks."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from annotator.storage.files.atomic_write import saving_failed, write_atomically
from annotator.storage.files.file_error import SaveError

NAME = ".annotator"
TRIES = 3


def hidden_folder(folder: Path) -> Path:
    """Return the path of the hidden folder, which need not exist."""
    return folder / NAME


def history_folder(sidecar: Path) -> Path:
    """Return the folder of the earlier versions of the sidecar."""
    return hidden_folder(sidecar.parent) / "history" / sidecar.name


def texts_folder(folder: Path) -> Path:
    """Return the folder of the texts on which annotations were made."""
    return hidden_folder(folder) / "texts"


def locks_folder(sidecar: Path) -> Path:
    """Return the folder of the sidecar's open locks, which has one file for each holder."""
    return hidden_folder(sidecar.parent) / "locks" / sidecar.name


def put(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write a file in the hidden folder and create its folders, but never the opened folder itself.

    Raises SaveError where that fails.
    """
    for tries_left in reversed(range(TRIES)):
        try:
            make_folders(path)
            return write_atomically(path, data, durable=durable)
        except SaveError as error:  # another process may just have removed the empty folders
            if not (tries_left and isinstance(error.__cause__, FileNotFoundError) and _opened(path).is_dir()):
                raise
    return None


def remove_empty_folders(path: Path) -> None:
    """Remove the empty folders above a file, up to and including the hidden folder."""
    with suppress(OSError):
        for folder in _own_folders(path):
            folder.rmdir()


def make_folders(path: Path) -> None:
    """Create the folders above a file in the hidden folder, but never the opened folder itself.

    Raises SaveError where that fails.
    """
    try:
        for folder in reversed(_own_folders(path)):
            folder.mkdir(exist_ok=True)
    except OSError as failure:
        raise SaveError.at(path, saving_failed(failure)) from failure


def _own_folders(path: Path) -> list[Path]:
    """Return the folders above the file, innermost first, up to the hidden folder; empty outside it."""
    above = list(path.parents)
    names = [folder.name for folder in above]
    return above[: names.index(NAME) + 1] if NAME in names else []


def _opened(path: Path) -> Path:
    return _own_folders(path)[-1].parent
