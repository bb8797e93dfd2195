"""The user's own copy of the sample articles: what comes with the program is shared, replaced or read only."""

from __future__ import annotations

from pathlib import Path

from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_error import SaveError
from annotator.storage.program.private_files import make_folder
from annotator.storage.program.resources import samples


def own_samples(folder: Path) -> Path:
    """Return ``folder`` with the sample articles in it; a file that is there already stays as the user has made it.

    Each comes whole or not at all, as it is not copied again.

    Where the folder cannot be written, return that of the program, in which the samples can be read at least.
    """
    try:
        make_folder(folder)
        for file in samples().iterdir():
            if file.is_file() and not (folder / file.name).exists():
                write_atomically(folder / file.name, file.read_bytes(), durable=False)
    except (OSError, SaveError):
        return samples()
    return folder
