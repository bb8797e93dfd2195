"""Keeping of files as evidence: copied into the hidden folder under the name of their hash, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from hashlib import sha256 as sha256_of
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from annotator.storage.evidence.file_names import FOLDER, evidence_place, file_named, plain_suffix
from annotator.storage.evidence.states import CHUNK, LARGEST, THERE, looked_at
from annotator.storage.files.atomic_write import append_all, check_size, saving_failed
from annotator.storage.files.file_bytes import MIB, open_file, readers_of, reading_failed
from annotator.storage.files.file_error import EvidenceError, SaveError
from annotator.storage.files.folder_handle import NEW, FolderHandle
from annotator.storage.files.hidden_folder import opened, remove_empty_folders, while_emptied
from annotator.storage.files.system_files import sync_file
from annotator.storage.files.temporary_names import temporary_name
from annotator.translation.messages import _, decimal_number, number

Passed = Callable[[Path, int], None]
"""Called with a file and the number of its bytes copied so far; what it raises ends the copying."""


class KeptFile(Struct, frozen=True):
    """A file that is kept: the value ``file`` of a piece of evidence, and the size in bytes."""

    file: str
    size: int


def size_to_keep(path: Path) -> int:
    """Return the size of the file in bytes. Raises EvidenceError where it is too large or cannot be read."""
    with _opened(path) as source:
        return _fitting(path, os.fstat(source.fileno()).st_size)


def keep_files(folder: Path, paths: Sequence[Path], passed: Passed = lambda _path, _bytes: None) -> list[KeptFile]:
    """Copy the files into the hidden folder of ``folder``, all or none; a copy is readable by no more people.

    All are copied before the first gets its name: from then on somebody else may have found it there and taken it as
    kept, so that it is never taken away again.

    Raises EvidenceError where one cannot be read or is too large, SaveError where a copy cannot be written. Then, and
    where ``passed`` raises, nothing of them stays, but for those that had their names before another could not get it.
    """
    with _copying(folder) as copies:
        made = [_copied(folder, path, passed, copies) for path in paths]
        return [copy.put(folder) for copy in made]


def keep_bytes(folder: Path, data: bytes, suffix: str, *, mode: int = 0o600) -> KeptFile:
    """Keep bytes as a file of evidence. ``mode`` is that of a new file.

    Raises EvidenceError where they are too many, SaveError where they cannot be written; then nothing of it stays.
    """
    chunks = (data[start : start + CHUNK] for start in range(0, _fitting(folder, len(data)), CHUNK))
    with _copying(folder) as copies:
        copy = _begun(folder, plain_suffix(f"name{suffix}"), mode, copies)
        copy.write(folder, chunks, lambda _path, _bytes: None)
        return copy.put(folder)


def _opened(path: Path) -> BinaryIO:
    try:
        return open_file(path, EvidenceError)
    except OSError as failure:
        raise EvidenceError.at(path, reading_failed(failure)) from failure


def _read(path: Path, read: Callable[[int], bytes]) -> bytes:
    try:
        return read(CHUNK)
    except OSError as failure:
        raise EvidenceError.at(path, reading_failed(failure)) from failure


@contextmanager
def _copying(folder: Path) -> Iterator[ExitStack]:
    """Give a place for copies, which go again unless they were put in theirs. Raises SaveError for OSError."""
    place = evidence_place(folder)
    try:
        with ExitStack() as copies:
            yield copies
    except OSError as failure:
        raise SaveError.at(place.path, saving_failed(failure)) from failure
    finally:
        remove_empty_folders(place)


def _copied(folder: Path, path: Path, passed: Passed, copies: ExitStack) -> _Copy:
    mode, suffix = readers_of(path), plain_suffix(path.name)
    with _opened(path) as source:
        _fitting(path, os.fstat(source.fileno()).st_size)
        copy = _begun(folder, suffix, mode, copies)
        copy.write(path, iter(partial(_read, path, source.read), b""), passed)
    return copy


def _begun(folder: Path, suffix: str, mode: int, copies: ExitStack) -> _Copy:
    def begin() -> _Copy:
        return _Copy(copies.enter_context(opened(evidence_place(folder), create=True)), suffix, mode)

    copy = while_emptied(folder, begin)
    copies.callback(copy.drop)
    return copy


class _Copy:
    """A file under a temporary name, which goes again unless it is put in its place. The methods raise OSError."""

    def __init__(self, kept_in: FolderHandle, suffix: str, mode: int) -> None:
        self._folder, self._suffix, self._temporary = kept_in, suffix, temporary_name()
        self._file = FileIO(kept_in.file(self._temporary, NEW, mode), "w")
        self._sha256, self._size = sha256_of(), 0

    def write(self, path: Path, chunks: Iterator[bytes], passed: Passed) -> None:
        """Write the chunks and flush them to disk. Raises EvidenceError where ``path`` has grown too large."""
        for chunk in chunks:
            append_all(self._file, chunk)
            self._sha256.update(chunk)
            self._size = _fitting(path, self._size + len(chunk))
            passed(path, self._size)
        check_size(self._file, self._size)
        sync_file(self._file.fileno())

    def put(self, folder: Path) -> KeptFile:
        """Give the file the name of its hash, unless a file of that name is there already and whole."""
        kept = KeptFile(file_named(self._sha256.hexdigest(), self._suffix), self._size)
        self._file.close()
        if looked_at(folder, kept.file).state != THERE:
            self._folder.replace(self._temporary, kept.file.removeprefix(f"{FOLDER}/"))
            self._temporary = ""
            self._folder.sync()
        return kept

    def drop(self) -> None:
        """Remove the temporary file, if it has not become another."""
        self._file.close()
        if self._temporary:
            with suppress(OSError):
                self._folder.remove(self._temporary)
            self._temporary = ""


def _fitting(path: Path, size: int) -> int:
    """Return the size. Raises EvidenceError where that is over the limit."""
    if size > LARGEST:
        # Translators: MiB is a unit, 1024 × 1024 bytes
        sentence = _("It is too large to be kept as evidence: {size} MiB, where {limit} MiB is the limit.")
        raise EvidenceError.at(path, sentence.format(size=decimal_number(size / MIB, 1), limit=number(LARGEST // MIB)))
    return size
