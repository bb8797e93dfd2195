"""Schemes that come with the program, by name: the built-in one and those to start from."""

from __future__ import annotations

from pathlib import Path

from annotator.model.scheme import Scheme
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import SchemeError
from annotator.storage.program.resources import resource
from annotator.storage.schemes.scheme_lookup import BUILT_IN, MAX_SCHEME_BYTES, read_scheme

SUFFIX = ".yaml"
BUILT_IN_NAME = Path(BUILT_IN).stem


def ready_names() -> list[str]:
    """Return the names of all ready schemes, the built-in one first."""
    names = sorted(path.stem for path in _file(BUILT_IN_NAME).parent.glob(f"*{SUFFIX}"))
    return sorted(names, key=lambda name: name != BUILT_IN_NAME)


def ready_scheme(name: str) -> Scheme:
    """Return the ready scheme of that name, one of ``ready_names``."""
    return read_scheme(_file(name), follow=True)


def ready_bytes(name: str) -> bytes:
    """Return the file of the ready scheme of that name, with its comments."""
    return bytes_of(_file(name), MAX_SCHEME_BYTES, SchemeError, follow=True)


def _file(name: str) -> Path:
    return resource(BUILT_IN).with_name(f"{name}{SUFFIX}")
