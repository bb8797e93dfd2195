"""One spelling for each path, for showing and for comparing."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

DOUBLED = "//"
"""Anchor that ``pathlib`` keeps where a path begins with two slashes."""


def plain_path(path: Path) -> Path:
    """Return the whole path without doubled slashes, “.” and “..”; only a path with “..” has its links resolved."""
    whole = path.absolute()
    if ".." in whole.parts:
        whole = Path(os.path.realpath(whole))
    return Path("/", *whole.parts[1:]) if whole.anchor == DOUBLED else whole


def repeated(paths: Iterable[str]) -> frozenset[str]:
    """Return those paths that are an earlier one in another spelling or by a link."""
    places: set[str] = set()
    found = set()
    for path in paths:
        place = os.path.normcase(os.path.realpath(plain_path(Path(path))))
        if place in places:
            found.add(path)
        places.add(place)
    return frozenset(found)
