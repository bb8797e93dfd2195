"""Folders that were taken away while an article of theirs is open: a disk unplugged, a share gone, a folder moved."""

from __future__ import annotations

import os
from pathlib import Path

from annotator.storage.files.file_error import shown
from annotator.translation.messages import _


def why_lost(article: Path) -> str:
    """Return in a sentence why nothing beside the article can be read, and what to do; empty where it is there."""
    try:
        article.stat()
    except OSError:
        return _sentence(article.parent).format(folder=shown(article.parent.name))
    return ""


def _sentence(folder: Path) -> str:
    try:
        with os.scandir(folder):
            return _("The folder {folder} no longer has the article. Connect its disk or bring the file back first.")
    except OSError:
        return _("The folder {folder} cannot be read. Connect its disk, bring it back or check its permissions first.")
