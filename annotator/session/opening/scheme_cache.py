"""Cache of the schemes of folders."""

from __future__ import annotations

from pathlib import Path

from annotator.model.scheme import Scheme
from annotator.storage.files.file_error import Problem
from annotator.storage.schemes.scheme_lookup import scheme_of, scheme_path, with_scheme

Stamp = tuple[str, int, int] | None
Found = tuple[Scheme, Problem | None]


class SchemeCache:
    """Cache of folders' schemes and the problems of their files; a changed file is read again. Thread-safe.

    ``top`` is the open folder: a folder in it without a scheme has that of the nearest folder above it, up to the top.
    """

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Stamp, Found]] = {}
        self.top: Path | None = None

    def of(self, folder: Path) -> Found:
        home = with_scheme(folder, self.top)
        stamp, known = _stamp(scheme_path(home)), self._known.get(home)
        if known is None or known[0] != stamp:
            known = self._known[home] = stamp, scheme_of(home)
        return known[1]


def _stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except OSError:
        return None
    return path.name, status.st_mtime_ns, status.st_size
