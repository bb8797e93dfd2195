"""Question for the file that something of the window is written to."""

from __future__ import annotations

from pathlib import Path

from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError, shown
from annotator.translation.messages import _
from annotator.ui.system.system_dialogs import Question, SystemDialogs


def target_file(messages: SystemDialogs, title: str, start: Path) -> Path | None:
    """Return the path that the user chooses, in place of one that is there only where they want it; else None."""
    chosen = messages.choose_target(str(start), start.suffix)
    if not chosen:
        return None
    path, replace = Path(chosen), _("Replace")
    sentence = _("{file} is there already.").format(file=shown(path.name))
    if is_there(path) and messages.ask(Question(title, sentence, (replace, _("Cancel")))) != replace:
        return None
    return path


def written_to(messages: SystemDialogs, title: str, path: Path, data: bytes) -> str:
    """Write the file and return a sentence that says so; empty where it cannot be, of which the user is told."""
    try:
        write_atomically(path, data)
    except FileError as error:
        messages.tell(title, str(error))
        return ""
    return _("Saved as {file}").format(file=shown(path.name))
