"""Opening of what the program has just written, in the system's program for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_made(path: Path) -> None:
    """Open the file, or the folder in the file manager, without asking: the program has made it itself."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
