"""Writing of the file of the settings."""

from __future__ import annotations

from pathlib import Path

from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.stray_files import clear_beside
from annotator.storage.program.private_files import PRIVATE, make_folder, narrow


def write_settings(path: Path, data: bytes) -> None:
    """Write the settings so that only the user can read them. Raises FileError or OSError."""
    make_folder(path.parent)
    narrow(path)
    clear_beside(path)
    # a settings file may be a link to one that the user keeps elsewhere
    write_atomically(path, data, follow=True, mode=PRIVATE)
