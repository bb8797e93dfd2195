"""A folder's new scheme: a ready one, or one made from another program's file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotator.interop.scheme_sources import scheme_from
from annotator.model.scheme import Scheme
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_error import SaveError
from annotator.storage.schemes.ready_schemes import ready_bytes, ready_names, ready_scheme
from annotator.storage.schemes.scheme_lookup import SCHEME_NAME, own_scheme
from annotator.storage.schemes.scheme_writing import new_scheme_bytes
from annotator.translation.messages import _


@dataclass(frozen=True, slots=True)
class NewScheme:
    """A scheme, the bytes of its file, and sentences on what of the file it was made from had no place in it."""

    scheme: Scheme
    data: bytes
    notes: tuple[str, ...] = ()


def new_scheme(start: str) -> NewScheme:
    """Return a scheme to start from: the ready one of that name, else one made from the file. Raises SchemeError."""
    if start in ready_names():
        return NewScheme(ready_scheme(start), ready_bytes(start))
    derived = scheme_from(Path(start))
    return NewScheme(derived.scheme, new_scheme_bytes(derived.scheme), derived.notes)


def write_scheme(folder: Path, data: bytes) -> Path:
    """Write the scheme of the folder; return its path. Raises SchemeError, and SaveError where there is a scheme."""
    if own := own_scheme(folder):
        raise SaveError.at(own, _("The folder has a scheme already; it is not replaced. Move it away first."))
    write_atomically(folder / SCHEME_NAME, data)
    return folder / SCHEME_NAME
