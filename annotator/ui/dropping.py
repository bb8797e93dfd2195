"""Files and folders dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from annotator.storage.articles import is_article


def dropped_path(data: QMimeData) -> Path | None:
    """The first folder or article among what was dropped."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if path.is_dir() or is_article(path)), None)
