"""Rollback of an import that writes many files and is cancelled midway."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.saver import held_by


class Rollback:
    """Contents of each written file before and after writing; before is None where the file did not exist."""

    def __init__(self) -> None:
        self._written: list[tuple[Path, bytes | None, bytes]] = []

    def note(self, path: Path, before: bytes | None, written: bytes) -> None:
        """Record that the file has just been written."""
        self._written.append((path, before, written))

    def add(self, other: Rollback) -> None:
        """Take over the records of another rollback."""
        self._written += other._written

    def restore(self) -> None:
        """Restore all files except those changed by others since; skip a file that cannot be restored."""
        for path, before, written in reversed(self._written):
            with suppress(OSError, SaveError):
                if held_by(path) != written:
                    continue
                if before is None:
                    path.unlink()
                else:
                    write_atomically(path, before)
