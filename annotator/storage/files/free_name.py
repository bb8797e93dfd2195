"""Names for files that are put aside instead of being overwritten."""

from __future__ import annotations

import os
from pathlib import Path


def free_name(path: Path, ending: str) -> Path:
    """Return the path with ``ending`` appended to its name, and a number if a file or link has that name."""
    names = (path.with_name(f"{path.name}{ending}{number or ''}") for number in range(1000))
    return next(name for name in names if not os.path.lexists(name))
