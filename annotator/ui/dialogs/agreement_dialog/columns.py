"""Places of the columns of the table, from left to right, by the width there is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from annotator.review.agreement.measures import (
    ALPHA,
    ATTRIBUTES,
    EXACT,
    KAPPA,
    OVERLAP,
    PLACE,
    RELATIONS,
    UNITIZING,
    VALUE_KAPPA,
)
from annotator.review.agreement.results import Row

HEIGHT = 40
SIDE, NAME, USED, NUMBER, INTERVAL, OTHER, GAP = 16, 132, 56, 52, 92, 92, 16
SHORTEST, LONG = 60, 240
"""Shortest line of an interval that is drawn, else only its numbers are, and that beside which all measures are."""

FIRST_OTHERS, ALL_OTHERS = (OVERLAP, UNITIZING, ATTRIBUTES), (PLACE, KAPPA, ALPHA, VALUE_KAPPA)


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

    def measures(self, row: Row) -> list[str]:
        """Return the measures of the row that are shown, from left to right."""
        first = first_of(row)
        return [first, *(name for name in self.others if name in row.cells and name != first)]

    def measure_at(self, x: float, row: Row) -> str:
        """Return the measure of the row that is shown there; the first one beside the others."""
        found = (name for name, at in self.others.items() if at.left() <= x < at.right() and name in row.cells)
        return next(found, first_of(row))

    def beside(self, row: Row) -> QRectF:
        """Return the room for words on the first measure, up to the further ones of the row."""
        ends = [at.left() for name, at in self.others.items() if name in self.measures(row)[1:]]
        room = QRectF(self.rest)
        room.setLeft(self.interval.right())
        room.setRight(min(ends, default=room.right()))
        return room

    def place_of(self, measure: str, row: Row) -> QRectF:
        """Return where the measure of the row is shown."""
        return self.first if measure == first_of(row) else self.others[measure]


def columns_in(row: QRectF) -> Columns:
    """Return the columns of a row; measures at the end go first where there is little room."""
    fixed = SIDE + NAME + 2 * USED + GAP + NUMBER + GAP + INTERVAL + SIDE
    names = list(FIRST_OTHERS)
    while names and fixed + len(names) * OTHER > row.width():
        names.pop()
    if fixed + (len(FIRST_OTHERS) + len(ALL_OTHERS)) * OTHER + GAP + LONG <= row.width():
        names += ALL_OTHERS
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
