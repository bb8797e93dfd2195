"""Pixels of a picture as numbers: a look at each by itself takes Python a hundred times as long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QImage


def pixels(image: QImage) -> Sequence[int]:
    """Return the colours of all pixels as ``QColor.rgb`` returns them, row by row."""
    return memoryview(bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())).cast("I")
