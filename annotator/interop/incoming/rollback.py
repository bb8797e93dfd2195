"""Rollback of an import that writes many files and is cancelled or interrupted midway."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.kept_texts import forget_text, kept_text
from annotator.storage.saving.saver import held_by

Written = tuple[Path, bytes | None, bytes | None]
"""File, its content before and after; before is None where there was no file, after where that is not known yet."""


class Rollback:
    """Files and folders that were written or are about to be.

    Each is noted before it is written, so that an interrupt at any moment leaves nothing behind.
    """

    def __init__(self) -> None:
        self._written: list[Written] = []
        self._folders: list[Path] = []
        self._texts: list[tuple[Path, str]] = []

    def begin(self, path: Path, before: bytes | None) -> None:
        """Note a file that is about to be written, and the folders that will be made for it."""
        self._folders += [folder for folder in reversed([path.parent, *path.parent.parents]) if not is_there(folder)]
        self._written.append((path, before, None))

    def end(self, written: bytes) -> None:
        """Note the content that the file last begun has got."""
        path, before, _ = self._written[-1]
        self._written[-1] = (path, before, written)

    def begin_text(self, folder: Path, sha256: str) -> None:
        """Note a text that is about to be kept in the hidden folder, unless it is kept there already."""
        if kept_text(folder, sha256) is None:
            self._texts.append((folder, sha256))

    @property
    def mark(self) -> int:
        """Number of files noted so far, to restore only those that follow."""
        return len(self._written)

    def restore(self, since: int = 0) -> None:
        """Restore the files noted since then, except those changed by others since; skip what cannot be restored."""
        for path, before, written in reversed(self._written[since:]):
            with suppress(OSError, SaveError):
                _restore(path, before, written)
        del self._written[since:]
        if not since:
            for folder, sha256 in self._texts:
                forget_text(folder, sha256)
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()  # removes it only if it is empty

    def restore_unchanged(self, size: int) -> list[Path]:
        """Restore what was written, in groups of ``size`` files; return the first files of the groups that stay.

        A group of which somebody has changed or removed a file since stays as a whole.
        """
        groups = [self._written[at : at + size] for at in range(0, len(self._written), size)]
        same = [all(_is_as_written(*one) for one in group) for group in groups]
        self._written = [one for group, is_same in zip(groups, same, strict=True) if is_same for one in group]
        if not all(same):
            self._texts = []  # those that stay may refer to theirs
        self.restore()
        return [group[0][0] for group, is_same in zip(groups, same, strict=True) if not is_same]


def _is_as_written(path: Path, _before: bytes | None, written: bytes | None) -> bool:
    try:
        return written is not None and held_by(path) == written
    except SaveError:
        return False


def _restore(path: Path, before: bytes | None, written: bytes | None) -> None:
    if not os.path.lexists(path):
        return
    now = held_by(path)
    if now == before or (written is not None and now != written):
        return
    if before is None:
        path.unlink()
    else:
        write_atomically(path, before)
