"""Clearing of what an import that was killed left in its folder, told in the report of the next one."""

from __future__ import annotations

from pathlib import Path

from annotator.storage.files.file_error import shown
from annotator.storage.saving.leftovers import clear_leftovers
from annotator.translation.messages import _, listed


def leftovers_cleared(folder: Path) -> list[str]:
    """Remove temporary files of ended processes from the folder; return a sentence where there were any."""
    gone = clear_leftovers(folder)
    names = listed(shown(path.name) for path in gone)
    message = _("What an interrupted run left in {folder} was removed: {names}.")
    return [message.format(folder=shown(folder.name), names=names)] if gone else []
