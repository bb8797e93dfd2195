"""Opening of kept files in the system's program for them, after their name was shown and agreed to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from annotator.model.visible import visible
from annotator.translation.messages import _
from annotator.ui.system.system_dialogs import Question, SystemDialogs

OPENED = frozenset(
    {
        *(".pdf", ".txt", ".md", ".csv", ".tsv", ".json", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff"),
        *(".docx", ".odt", ".rtf", ".xlsx", ".ods", ".mp3", ".wav", ".ogg", ".mp4", ".webm", ".eml", ".epub", ".srt"),
    }
)
"""Suffixes of files that are opened; others may be programs, and are only shown in their folder."""


def open_file(path: Path, name: str, dialogs: SystemDialogs, warning: str = "") -> None:
    """Show the file's ``name`` and open it if the user agrees; one that may be a program is never opened."""
    if path.suffix not in OPENED:
        sentence = _("A file of this kind is not opened from here, as it may be a program. Show it in its folder.")
        dialogs.tell(_("Open the file"), sentence, visible(f"{name}\n{path.name}"))
        return
    sentence = _("Your system’s program for such files opens this one. Open only what you know the origin of.")
    detail = "\n".join(filter(None, (name, path.name, warning)))
    answers = (_("Open"), _("Cancel"))
    if dialogs.ask(Question(_("Open the file"), sentence, answers, visible(detail))) == answers[0]:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
