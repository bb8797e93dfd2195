"""Fonts and painting without a window and a display, for commands."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def ready_to_paint() -> None:
    """Make what fonts and pictures need, unless the program has a window; it lives as long as the program."""
    if QCoreApplication.instance() is None:
        _application()


@lru_cache(maxsize=1)
def _application() -> QGuiApplication:
    return QGuiApplication(["annotator", "-platform", "offscreen"])
