"""Strips of the viewport that are to be painted, where what has changed stands on lines far apart."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

APART = 48
"""Pixels between strips: lines nearer to each other are painted at once, as each strip asks Qt for all paragraphs."""


def strips(region: QRegion) -> list[QRect]:
    """Return rectangles that hold the region, from top to bottom, each as wide as what it holds."""
    rects: Iterable[QRect] = region  # type: ignore[assignment]  # missing in PySide's stubs
    found: list[QRect] = []
    for rect in rects:
        if found and rect.top() - found[-1].bottom() <= APART:
            found[-1] |= rect
        else:
            found.append(rect)
    return found
