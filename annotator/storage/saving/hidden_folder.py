"""The hidden folder in which the program keeps what belongs to an opened folder but is nobody's article or sidecar."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from annotator.storage.files.atomic_write import saving_failed, write_atomically
from annotator.storage.files.file_error import SaveError

NAME = ".annotator"
TRIES = 3


def hidden_folder(folder: Path) -> Path:
    return folder / NAME


def history_folder(sidecar: Path) -> Path:
    """Where earlier versions of the sidecar are kept."""
    return hidden_folder(sidecar.parent) / "history" / sidecar.name


def texts_folder(folder: Path) -> Path:
    """Where the texts are kept that annotations were made on."""
    return hidden_folder(folder) / "texts"


def locks_folder(sidecar: Path) -> Path:
    """Where everybody who has the sidecar open says so, each in a file of their own."""
    return hidden_folder(sidecar.parent) / "locks" / sidecar.name


def put(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write a file behind the scenes and make its folders, but never the opened folder itself. Raises SaveError."""
    for tries_left in reversed(range(TRIES)):
        try:
            make_folders(path)
            return write_atomically(path, data, durable=durable)
        except SaveError as error:  # another window may just have removed the folders, as they were empty
            if not (tries_left and isinstance(error.__cause__, FileNotFoundError) and _opened(path).is_dir()):
                raise
    return None


def remove_empty_folders(path: Path) -> None:
    """Remove those of the folders above a file that are behind the scenes and hold nothing."""
    with suppress(OSError):
        for folder in _own_folders(path):
            folder.rmdir()


def make_folders(path: Path) -> None:
    """Make the folders above a file behind the scenes, but never the opened folder itself. Raises SaveError."""
    try:
        for folder in reversed(_own_folders(path)):
            folder.mkdir(exist_ok=True)
    except OSError as failure:
        raise SaveError.at(path, saving_failed(failure)) from failure


def _own_folders(path: Path) -> list[Path]:
    """The folders above the file, innermost first, up to the hidden one and no further."""
    above = list(path.parents)
    names = [folder.name for folder in above]
    return above[: names.index(NAME) + 1] if NAME in names else []


def _opened(path: Path) -> Path:
    return _own_folders(path)[-1].parent
