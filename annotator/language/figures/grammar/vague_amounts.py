"""Amounts without a number: dozens, several hundred, une vingtaine."""

from __future__ import annotations

from decimal import Decimal

from annotator.language.figures.cursor import Cursor
from annotator.language.figures.grammar.quantity import Quantity
from annotator.language.figures.vocabulary import ABOUT, VAGUE, Role


def vague(cursor: Cursor, found: Quantity) -> bool:
    """Take an amount without a number: dozens, tens of thousands, several hundred, many."""
    start = cursor.at
    least = cursor.take(Role.FEW)
    cursor.skip(Role.OF)
    single = cursor.take(Role.PLURAL)
    factor = Decimal(single) if single is not None else Decimal(1)
    many = single is not None
    while many or least is not None:
        at = cursor.at
        if at > start:
            cursor.skip(Role.OF)
            cursor.take(Role.THE)
        further = next(
            (v for role in (Role.PLURAL, Role.MAGNITUDE, Role.HUNDRED, Role.COLLECTIVE) if (v := cursor.take(role))),
            None,
        )
        if further is None:
            cursor.at = at
            break
        factor *= further
        many = True
    if cursor.at == start or (least is None and single is None):
        cursor.at = start
        return False
    found.modifier = VAGUE
    found.low = factor * max(least or 2, 2) if many else (Decimal(least) if least else None)
    return True


def round_number(cursor: Cursor, found: Quantity) -> bool:
    """Take a round number as a noun: une vingtaine."""
    start = cursor.at
    cursor.take(Role.ARTICLE)
    single = cursor.take(Role.ROUND)
    if single is None:
        cursor.at = start
        return False
    found.value, found.modifier = Decimal(single), ABOUT
    while (factor := cursor.take(Role.MAGNITUDE)) is not None or _of_magnitude(cursor):
        factor = factor if factor is not None else cursor.take(Role.MAGNITUDE)
        found.value *= factor
    return True


def _of_magnitude(cursor: Cursor) -> bool:
    if cursor.has(Role.OF) and cursor.has_next(Role.MAGNITUDE):
        cursor.at += 1
        return True
    return False
