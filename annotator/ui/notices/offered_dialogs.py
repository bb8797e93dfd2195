"""Dialogs that buttons of banners open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from annotator.storage.saving.scheme_journal import Journal


class OfferedDialogs(Protocol):
    """Opener of the dialogs."""

    def import_files(self, files: Sequence[Path]) -> None:
        """Open the import with these files."""

    def settle_scheme_change(self, journal: Journal, then: Callable[[], None], *, back: bool) -> None:
        """Go on with a change of the scheme that was interrupted, or take it ``back``; call ``then`` at the end."""
