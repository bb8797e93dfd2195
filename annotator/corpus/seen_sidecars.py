"""Sidecars that a person is to see of a folder, by the folder's plan: blind work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from annotator.storage.files.file_error import FileError
from annotator.storage.plans.plan_reading import plan_of
from annotator.storage.sidecars.sidecar_files import annotator_in

_only: ContextVar[str | None] = ContextVar("_only", default=None)


def hides_others(folder: Path, annotator: str) -> bool:
    """Return whether the folder's plan hides from the annotator what others annotate.

    A plan that cannot be read hides it from everybody with a name, as it may say so.
    """
    try:
        read = plan_of(folder)
    except FileError:
        return bool(annotator)
    return read is not None and read.plan.hides_others_from(annotator)


@contextmanager
def as_seen_by(annotator: str, folder: Path) -> Iterator[None]:
    """Let nothing be found below folders, by whatever runs here, but the sidecars that the annotator is to see."""
    token = _only.set(annotator if hides_others(folder, annotator) else None)
    try:
        yield
    finally:
        _only.reset(token)


@contextmanager
def all_seen() -> Iterator[None]:
    """Let every sidecar be found by whatever runs here, as for what must not be shown to anybody."""
    token = _only.set(None)
    try:
        yield
    finally:
        _only.reset(token)


def is_seen(sidecar: Path) -> bool:
    """Return whether the sidecar is to be seen by whom work here is for, by the annotator in its name."""
    only = _only.get()
    return only is None or annotator_in(sidecar) == only
