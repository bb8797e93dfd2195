"""Pixels of a picture as numbers: a look at each by itself takes Python a hundred times as long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QImage


def pixels(image: QImage) -> Sequence[int]:
    """Return the colours of all pixels as ``QColor.rgb`` returns them, row by row."""
    opaque = image.convertToFormat(QImage.Format.Format_RGB32)  # kept by its name until its bytes are copied
    return memoryview(bytes(opaque.constBits())).cast("I")


def columns(image: QImage) -> list[list[int]]:
    """Return the same, column by column."""
    found = list(pixels(image))
    return [found[x :: image.width()] for x in range(image.width())]


def colours(image: QImage) -> set[str]:
    """Return the names of all colours in the picture, such as ``#4149b5``."""
    return {QColor(colour).name() for colour in set(pixels(image))}
