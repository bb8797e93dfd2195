"""Putting files back as they were, where an import that writes many is ended in the middle."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.saver import held_by


class Rollback:
    """Remembers of each file that was written what it held before, None where there was none, and what was written."""

    def __init__(self) -> None:
        self._written: list[tuple[Path, bytes | None, bytes]] = []

    def note(self, path: Path, before: bytes | None, written: bytes) -> None:
        """The file has just been written."""
        self._written.append((path, before, written))

    def add(self, other: Rollback) -> None:
        """What the other one remembers as well."""
        self._written += other._written

    def restore(self) -> None:
        """Put everything back, but for what somebody else has written since; a file that cannot be stays as it is."""
        for path, before, written in reversed(self._written):
            with suppress(OSError, SaveError):
                if held_by(path) != written:
                    continue
                if before is None:
                    path.unlink()
                else:
                    write_atomically(path, before)
