"""Place of a card that points at a part of the window, beside that part or, where it is too large, in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize

GAP, EDGE, CORNER = 12, 8, 24
"""Pixels between card and part, which the arrow bridges; from the window's edges; from the card's corners to it."""


class Side(Enum):
    """Side of the part at which the card stands."""

    BELOW = "below"
    ABOVE = "above"
    RIGHT = "right"
    LEFT = "left"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Place:
    """Place of the card, and the tip of its arrow."""

    card: QRect
    side: Side
    tip: QPoint


def place_beside(part: QRect, size: QSize, room: QRect) -> Place:
    """Return the place of a card of that size at the first side of the part at which ``room`` has enough for it.

    A part that is higher than wide has the card beside it rather than above or below.
    """
    within = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    part = part.intersected(room)
    beside, stacked = (Side.RIGHT, Side.LEFT), (Side.BELOW, Side.ABOVE)
    for side in (*beside, *stacked) if part.height() > part.width() else (*stacked, *beside):
        card = QRect(_corner(side, part, size), size)
        if side in (Side.BELOW, Side.ABOVE):
            card.moveLeft(_kept(card.left(), within.left(), within.right() + 1 - size.width()))
        else:
            card.moveTop(_kept(card.top(), within.top(), within.bottom() + 1 - size.height()))
        if within.contains(card):
            return Place(card, side, _tip(side, part, card))
    return _inside(part, size, within)


def _corner(side: Side, part: QRect, size: QSize) -> QPoint:
    middle = part.center() - QPoint(size.width() // 2, size.height() // 2)
    match side:
        case Side.BELOW:
            return QPoint(middle.x(), part.bottom() + 1 + GAP)
        case Side.ABOVE:
            return QPoint(middle.x(), part.top() - GAP - size.height())
        case Side.RIGHT:
            return QPoint(part.right() + 1 + GAP, middle.y())
        case _:
            return QPoint(part.left() - GAP - size.width(), middle.y())


def _tip(side: Side, part: QRect, card: QRect) -> QPoint:
    x = _kept(part.center().x(), card.left() + CORNER, card.right() - CORNER)
    y = _kept(part.center().y(), card.top() + CORNER, card.bottom() - CORNER)
    match side:
        case Side.BELOW:
            return QPoint(x, part.bottom() + 1)
        case Side.ABOVE:
            return QPoint(x, part.top())
        case Side.RIGHT:
            return QPoint(part.right() + 1, y)
        case _:
            return QPoint(part.left(), y)


def _inside(part: QRect, size: QSize, within: QRect) -> Place:
    """Return a place at the foot of the part; its arrow points up into the part."""
    card = QRect(QPoint(part.center().x() - size.width() // 2, part.bottom() - size.height() - 2 * GAP), size)
    card.moveLeft(_kept(card.left(), within.left(), within.right() + 1 - size.width()))
    card.moveTop(_kept(card.top(), within.top(), within.bottom() + 1 - size.height()))
    return Place(card, Side.INSIDE, QPoint(card.center().x(), card.top() - GAP))


def _kept(value: int, least: int, most: int) -> int:
    return max(min(value, most), least)
