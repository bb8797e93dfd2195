"""Sidecars that a person is to see of a folder, by the folder's plan: blind work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from annotator.storage.files.file_error import FileError
from annotator.storage.plans.plan_reading import plan_of
from annotator.storage.sidecars.sidecar_files import annotator_in


@dataclass
class _Viewer:
    """A person and the folder whose plan says what they are to see; the plan is read when it is first asked for."""

    annotator: str
    folder: Path

    @cached_property
    def is_blind(self) -> bool:
        return hides_others(self.folder, self.annotator)


_viewer: ContextVar[_Viewer | None] = ContextVar("_viewer", default=None)


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
def as_seen_by(annotator: str, folder: Path | None) -> Iterator[None]:
    """Let nothing be found below folders, by whatever runs here, but the sidecars that the annotator is to see.

    Without a folder there is no plan, and all are found.
    """
    token = _viewer.set(None if folder is None else _Viewer(annotator, folder))
    try:
        yield
    finally:
        _viewer.reset(token)


@contextmanager
def all_seen() -> Iterator[None]:
    """Let every sidecar be found by whatever runs here, for what shows nothing of them: copying, or keeping back."""
    token = _viewer.set(None)
    try:
        yield
    finally:
        _viewer.reset(token)


def is_blind() -> bool:
    """Return whether the work here is for somebody who is not to see what others annotate."""
    viewer = _viewer.get()
    return viewer is not None and viewer.is_blind


def is_seen(sidecar: str) -> bool:
    """Return whether the sidecar of that name is to be seen by whom work here is for, by the annotator in it."""
    viewer = _viewer.get()
    return viewer is None or not viewer.is_blind or annotator_in(Path(sidecar)) == viewer.annotator
