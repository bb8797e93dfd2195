"""The file of a folder's scheme: read with its bytes, and replaced only while it still holds them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotator.corpus.scheme_sweeps.plan import refuse_unfinished
from annotator.model.scheme import Scheme
from annotator.session.scheme_changes.scheme_runs import change_to_take_back
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import SaveError, SchemeError
from annotator.storage.files.folder_lock import folder_lock
from annotator.storage.saving.scheme_journal import Journal
from annotator.storage.schemes.scheme_lookup import (
    MAX_SCHEME_BYTES,
    SCHEME_NAME,
    built_in_scheme,
    own_scheme,
    read_scheme,
)
from annotator.storage.schemes.scheme_writing import WrittenScheme, written_scheme
from annotator.translation.messages import N_, _

OVERTAKEN = N_(
    "Somebody else has changed the scheme since it was read here. Discard the changes here, and make them again."
)


@dataclass(frozen=True, slots=True)
class SchemeFile:
    """Scheme of a folder and the bytes of its file; ``data`` is None for a folder that has the built-in scheme.

    ``last_change`` is the last change that went through saved files and can be taken back; None if there is none.
    """

    path: Path
    data: bytes | None
    scheme: Scheme
    last_change: Journal | None = None


def scheme_file(folder: Path) -> SchemeFile:
    """Read the folder's scheme. Raises SchemeError where its file is unreadable or faulty."""
    path, last = own_scheme(folder), change_to_take_back(folder)
    if path is None:
        return SchemeFile(folder / SCHEME_NAME, None, built_in_scheme(), last)
    return SchemeFile(path, bytes_of(path, MAX_SCHEME_BYTES, SchemeError), read_scheme(path), last)


def prepared(file: SchemeFile, wanted: Scheme, base: bytes | None = None) -> WrittenScheme:
    """Return the bytes to write, and what of the old ones is lost.

    They are made from those of the file, or from ``base``, of which the scheme was started. Raises SchemeError where it
    cannot be written.
    """
    return written_scheme(base or file.data, wanted, file.path)


def write(file: SchemeFile, written: WrittenScheme) -> None:
    """Replace the file, or make it.

    Raises SaveError, also where somebody else has changed it since it was read, or a change of it was interrupted.
    """
    refuse_unfinished(file.path.parent)
    with folder_lock(file.path.parent):
        there = own_scheme(file.path.parent)
        now = bytes_of(there, MAX_SCHEME_BYTES, SchemeError) if there else None
        if (there or file.path, now) != (file.path, file.data):
            raise SaveError.at(file.path, _(OVERTAKEN))
        write_atomically(file.path, written.data)
