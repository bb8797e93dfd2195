"""States of the files of evidence: there, missing, altered, or not to be read."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256 as sha256_of
from io import FileIO
from pathlib import Path

from msgspec import Struct

from annotator.storage.evidence.file_names import FOLDER, evidence_place, place_of, sha256_in
from annotator.storage.files.file_bytes import MIB, reading_failed
from annotator.storage.files.file_error import EvidenceError, Problem
from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.files.hidden_folder import opened
from annotator.storage.files.temporary_names import is_temporary
from annotator.translation.messages import _

THERE, MISSING, ALTERED, UNREADABLE, MISNAMED = "there", "missing", "altered", "unreadable", "misnamed"
LARGEST = 256 * MIB
"""Limit of one file of evidence, in bytes."""
CHUNK = MIB


class FileState(Struct, frozen=True):
    """State of a file of evidence, and its size in bytes where it is there or altered."""

    state: str
    size: int = 0


def glanced_at(folder: Path, file: str) -> FileState:
    """Return whether the file is there, and its size, without reading it."""
    return _state(folder, file, lambda _opened: True)


def looked_at(folder: Path, file: str, go_on: Callable[[], None] = lambda: None) -> FileState:
    """Return the state of the file, which is read as a whole. ``go_on`` is called now and then; it may raise."""
    return _state(folder, file, lambda source: _sha256(source, go_on) == sha256_in(file))


def evidence_bytes(folder: Path, file: str) -> bytes:
    """Return the content of a file of evidence that is as it was kept. Raises EvidenceError."""
    place = place_of(folder, file)
    if place is None:
        raise EvidenceError(Problem(folder, None, _("Its name is not that of a file of evidence.")))
    try:
        with _opened(folder, file) as source:
            data = source.read(LARGEST)
    except OSError as failure:
        raise EvidenceError.at(place.path, reading_failed(failure)) from failure
    if sha256_of(data).hexdigest() != sha256_in(file):
        raise EvidenceError.at(place.path, _("It is not what was kept: it has been altered since."))
    return data


def files_kept(folder: Path) -> list[str]:
    """Return the files of evidence in the hidden folder of ``folder``, in order; none where it cannot be read."""
    try:
        with opened(evidence_place(folder)) as kept_in:
            return sorted(f"{FOLDER}/{name}" for name in kept_in.names() if _is_kept(kept_in, name))
    except OSError:
        return []


def _is_kept(kept_in: FolderHandle, name: str) -> bool:
    return kept_in.is_file(name) and not is_temporary(name)


def _state(folder: Path, file: str, is_whole: Callable[[FileIO], bool]) -> FileState:
    if place_of(folder, file) is None:
        return FileState(MISNAMED)
    try:
        with _opened(folder, file) as source:
            size = os.fstat(source.fileno()).st_size
            return FileState(THERE if size <= LARGEST and is_whole(source) else ALTERED, size)
    except FileNotFoundError:
        return FileState(MISSING)
    except OSError:
        return FileState(UNREADABLE)


@contextmanager
def _opened(folder: Path, file: str) -> Iterator[FileIO]:
    """Open a file of evidence; a link, a folder, a pipe or a device is refused before. Raises OSError."""
    name = file.removeprefix(f"{FOLDER}/")
    with opened(evidence_place(folder)) as kept_in:
        _refuse_others(kept_in.status(name))
        with FileIO(kept_in.file(name)) as source:
            _refuse_others(os.fstat(source.fileno()))
            yield source


def _refuse_others(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.ELOOP if stat.S_ISLNK(status.st_mode) else errno.EISDIR, "no regular file")


def _sha256(source: FileIO, go_on: Callable[[], None]) -> str:
    sha256 = sha256_of()
    while chunk := source.read(CHUNK):
        go_on()
        sha256.update(chunk)
    return sha256.hexdigest()
