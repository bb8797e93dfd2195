"""Columns of a table, and how they share its width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

MARK, GAP = 40, 16
"""Width of the column of triangles and boxes, and the space after each column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``width`` in pixels is what it takes at least, and it ``grows`` by its share of what is left.

    One that ``ends`` has its text at the side where lines end, as numbers have; ``strong`` draws it as a name.
    """

    title: str
    width: int
    grows: int = 0
    ends: bool = False
    strong: bool = False


def laid_out(columns: Sequence[Column], room: QRectF) -> list[QRectF]:
    """Return the rectangle of each column within ``room``, laid out from left to right after that of the marks."""
    least = MARK + sum(column.width + GAP for column in columns)
    more, shares = room.width() - least, sum(column.grows for column in columns)
    if more < 0:
        shrink = max((room.width() - MARK - GAP * len(columns)) / max(least - MARK - GAP * len(columns), 1), 0.2)
        widths = [column.width * shrink for column in columns]
    else:
        widths = [column.width + more * column.grows / max(shares, 1) for column in columns]
    found, left = [], room.left() + MARK
    for width in widths:
        found.append(QRectF(left, room.top(), width, room.height()))
        left += width + GAP
    return found
