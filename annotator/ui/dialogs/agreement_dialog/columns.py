"""Places of the columns of the table, from left to right, by the width there is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from annotator.review.agreement.measures import ATTRIBUTES, EXACT, OVERLAP, RELATIONS, UNITIZING
from annotator.review.agreement.results import Row

HEIGHT = 40
SIDE, NAME, USED, NUMBER, INTERVAL, OTHER, GAP = 16, 132, 56, 52, 92, 92, 16
SHORTEST = 60
"""Shortest line of an interval that is drawn; with less room only its numbers are."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Rectangles of one row: name, uses, first number, line, interval, further measures; ``rest`` is all after uses."""

    name: QRectF
    used: tuple[QRectF, QRectF]
    first: QRectF
    line: QRectF
    interval: QRectF
    others: dict[str, QRectF]
    rest: QRectF
    headed: QRectF


def columns_in(row: QRectF) -> Columns:
    """Return the columns of a row; measures at the end go first where there is little room."""
    names = [OVERLAP, UNITIZING, ATTRIBUTES]
    fixed = SIDE + NAME + 2 * USED + GAP + NUMBER + GAP + INTERVAL + SIDE
    while names and fixed + len(names) * OTHER > row.width():
        names.pop()
    line = max(row.width() - fixed - len(names) * OTHER - GAP, 0)
    line = line if line >= SHORTEST else 0
    top, high = row.top(), row.height()
    name = QRectF(row.left() + SIDE, top, NAME, high)
    used = (QRectF(name.right(), top, USED, high), QRectF(name.right() + USED, top, USED, high))
    first = QRectF(used[1].right() + GAP, top, NUMBER, high)
    bar = QRectF(first.right() + GAP, top, line, high)
    interval = QRectF(bar.right(), top, INTERVAL, high)
    end = row.right() - SIDE
    others = {measure: QRectF(end - (len(names) - at) * OTHER, top, OTHER, high) for at, measure in enumerate(names)}
    rest = QRectF(first.left(), top, end - first.left(), high)
    headed = QRectF(first.left(), top, interval.right() - first.left(), high)
    return Columns(name, used, first, bar, interval, others, rest, headed)


def first_of(row: Row) -> str:
    """Return the measure that is shown with its interval."""
    return next(name for name in (EXACT, RELATIONS, ATTRIBUTES) if name in row.cells)


def has_line(row: Row) -> bool:
    """Return whether the first measure is an F1, from 0 to 1; alphas of attributes may be far below 0."""
    return first_of(row) != ATTRIBUTES
