"""Confinement of work to folders below which no folder is opened through a link."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeAlias

Place: TypeAlias = tuple[Path, tuple[str, ...]]
"""A folder that work is confined to, and the names from there to one that is below."""


class _Confinement:
    """Folders below which no link is followed."""

    def __init__(self, tops: tuple[Path, ...] = ()) -> None:
        self.tops = tops
        self._last: tuple[str, Place | None] = "", None

    def place_of(self, folder: Path) -> Place | None:
        name = str(folder)
        if name != self._last[0]:
            self._last = name, self._found(folder)
        return self._last[1]

    def _found(self, folder: Path) -> Place | None:
        top = next((top for top in self.tops if folder.is_relative_to(top)), None)
        if top is None or ".." in (parts := folder.relative_to(top).parts):
            return None
        return top, parts


_confinement: ContextVar[_Confinement] = ContextVar("_confinement", default=_Confinement())  # noqa: B039 # never changed


@contextmanager
def confined_to(paths: Iterable[Path]) -> Iterator[None]:
    """Let no folder below the paths be opened through a link, by whatever runs here.

    For work on all that is found below folders which the user has named: a folder may be exchanged with a link between
    its listing and its use.
    """
    tops = {top for path in paths for top in (path, Path(os.path.realpath(path)))}
    token = _confinement.set(_Confinement((*confined_tops(), *tops)))
    try:
        yield
    finally:
        _confinement.reset(token)


def confined_tops() -> tuple[Path, ...]:
    """Return the folders that work here is confined to, for another process that takes part in it."""
    return _confinement.get().tops


def place_below(folder: Path) -> Place | None:
    """Return where the folder is below one that work here is confined to; None if it is not.

    That of the folder asked last is remembered: nearly always it is asked again.
    """
    return _confinement.get().place_of(folder)
