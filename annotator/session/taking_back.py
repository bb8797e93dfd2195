"""Putting files back as they were when an import that writes many is cancelled in the middle."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from annotator.storage.atomic import write_atomically
from annotator.storage.file_bytes import is_there
from annotator.storage.file_error import SaveError
from annotator.storage.saving import held_by
from annotator.storage.schemes import SCHEME_NAME


class TakingBack:
    """Remembers, document by document, what stood where one is about to be written: ``planned`` has their files."""

    def __init__(self, folder: Path, planned: Iterable[tuple[Path, ...]]) -> None:
        self._left = iter(planned)
        scheme = folder / SCHEME_NAME
        self._before: dict[Path, bytes | None] = {} if is_there(scheme) else {scheme: None}

    def note_next(self) -> None:
        """The next document is about to be written. Raises SaveError where its files cannot be read."""
        for path in next(self._left, ()):
            self._before[path] = None if not is_there(path) else held_by(path)

    def restore(self) -> None:
        """Put everything back; a file that cannot be is left as it is."""
        for path, data in self._before.items():
            with suppress(OSError, SaveError):
                if data is None:
                    path.unlink(missing_ok=True)
                elif held_by(path) != data:
                    write_atomically(path, data)
