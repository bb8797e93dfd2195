"""A name for a file that is put aside, so that nothing is lost."""

from __future__ import annotations

from pathlib import Path


def free_name(path: Path, ending: str) -> Path:
    """The path with ``ending`` after its name, and a number where something of that name is there already."""
    names = (path.with_name(f"{path.name}{ending}{number or ''}") for number in range(1000))
    return next(name for name in names if not name.exists())
