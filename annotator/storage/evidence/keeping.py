"""Keeping of files as evidence: copied into the hidden folder under the name of their hash, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256 as sha256_of
from io import FileIO
from pathlib import Path

from annotator.storage.evidence.file_names import FOLDER, evidence_place, file_named, place_of, plain_suffix
from annotator.storage.evidence.states import CHUNK, LARGEST, THERE, looked_at
from annotator.storage.files.atomic_write import append_all, check_size, saving_failed
from annotator.storage.files.file_bytes import MIB, open_file, readers_of, reading_failed
from annotator.storage.files.file_error import EvidenceError, SaveError
from annotator.storage.files.folder_handle import NEW, FolderHandle
from annotator.storage.files.hidden_folder import opened, remove, remove_empty_folders, while_emptied
from annotator.storage.files.system_files import sync_file
from annotator.storage.files.temporary_names import temporary_name
from annotator.translation.messages import _

Passed = Callable[[int], None]
"""Called with the number of bytes copied so far; what it raises ends the copying."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that is kept: the value ``file`` of a piece of evidence, the size in bytes, and whether it is new."""

    file: str
    size: int
    new: bool = field(default=True, compare=False)


def size_to_keep(path: Path) -> int:
    """Return the size of the file in bytes. Raises EvidenceError where it is too large or cannot be read."""
    try:
        with open_file(path, EvidenceError) as source:
            return _fitting(path, os.fstat(source.fileno()).st_size)
    except OSError as failure:
        raise EvidenceError.at(path, reading_failed(failure)) from failure


def keep_file(folder: Path, path: Path, passed: Passed = lambda _bytes: None) -> KeptFile:
    """Copy the file at ``path`` into the hidden folder of ``folder``; the copy is readable by no more people.

    Raises EvidenceError where it cannot be read or is too large, SaveError where the copy cannot be written. Then, and
    where ``passed`` raises, nothing of it stays.
    """
    mode, suffix = readers_of(path), plain_suffix(path.name)
    try:
        with open_file(path, EvidenceError) as source:
            _fitting(path, os.fstat(source.fileno()).st_size)
            chunks = iter(partial(_read, path, source.read), b"")
            return _kept(folder, path, chunks, suffix, passed, mode)
    except OSError as failure:
        raise EvidenceError.at(path, reading_failed(failure)) from failure


def keep_bytes(folder: Path, data: bytes, suffix: str, *, mode: int = 0o600) -> KeptFile:
    """Keep bytes as a file of evidence. ``mode`` is that of a new file.

    Raises EvidenceError where they are too many, SaveError where they cannot be written; then nothing of it stays.
    """
    chunks = (data[start : start + CHUNK] for start in range(0, _fitting(folder, len(data)), CHUNK))
    return _kept(folder, folder, chunks, plain_suffix(f"name{suffix}"), lambda _bytes: None, mode)


def forget_new(folder: Path, files: Iterable[KeptFile]) -> None:
    """Remove those of the files that are new, as what they were kept for is not done after all."""
    for kept in files:
        if kept.new and (place := place_of(folder, kept.file)):
            remove(place)
    remove_empty_folders(evidence_place(folder))


def _read(path: Path, read: Callable[[int], bytes]) -> bytes:
    try:
        return read(CHUNK)
    except OSError as failure:
        raise EvidenceError.at(path, reading_failed(failure)) from failure


def _kept(folder: Path, path: Path, chunks: Iterator[bytes], suffix: str, passed: Passed, mode: int) -> KeptFile:
    place = evidence_place(folder)
    try:
        with ExitStack() as folders:
            copy = while_emptied(folder, lambda: _Copy(folders.enter_context(opened(place, create=True)), mode))
            try:
                copy.write(path, chunks, passed)
                return copy.put(folder, suffix)
            finally:
                copy.drop()
    except OSError as failure:
        raise SaveError.at(place.path, saving_failed(failure)) from failure
    finally:
        remove_empty_folders(place)


class _Copy:
    """A file under a temporary name, which goes again unless it is put in its place. The methods raise OSError."""

    def __init__(self, kept_in: FolderHandle, mode: int) -> None:
        self._folder, self._temporary = kept_in, temporary_name()
        self._file = FileIO(kept_in.file(self._temporary, NEW, mode), "w")
        self._sha256, self._size = sha256_of(), 0

    def write(self, path: Path, chunks: Iterator[bytes], passed: Passed) -> None:
        """Write the chunks and flush them to disk. Raises EvidenceError where ``path`` has grown too large."""
        for chunk in chunks:
            append_all(self._file, chunk)
            self._sha256.update(chunk)
            self._size = _fitting(path, self._size + len(chunk))
            passed(self._size)
        check_size(self._file, self._size)
        sync_file(self._file.fileno())

    def put(self, folder: Path, suffix: str) -> KeptFile:
        """Give the file the name of its hash, unless a file of that name is there already and whole."""
        kept = KeptFile(file_named(self._sha256.hexdigest(), suffix), self._size)
        self._file.close()
        if looked_at(folder, kept.file).state == THERE:
            return replace(kept, new=False)
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
        raise EvidenceError.at(path, sentence.format(size=f"{size / MIB:.1f}", limit=LARGEST // MIB))
    return size
