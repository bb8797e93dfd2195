"""Ranges: between 10 and 15, from 10 to 15, 10–15."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.language.figures.cursor import Cursor, NotUnderstoodError
from annotator.language.figures.grammar.hedges import hedges_before
from annotator.language.figures.grammar.quantities import quantity
from annotator.language.figures.grammar.quantity import Quantity
from annotator.language.figures.lexing import Item
from annotator.language.figures.vocabulary import COUNT, RANGE, Role, Vocabulary

BETWEEN_NUMBERS = frozenset({Role.TO, Role.DASH, Role.AND})
FACTORS = (Role.MAGNITUDE, Role.COLLECTIVE)


def range_of(cursor: Cursor, words: Vocabulary, *, between: bool = False) -> Quantity | None:
    """Return a range: between 10 and 15, from 10 to 15, 10–15."""
    start = cursor.at
    between = cursor.take(Role.BETWEEN) is not None or between
    opened = between or cursor.take(Role.FROM)
    if (opened and cursor.done) or all(BETWEEN_NUMBERS.isdisjoint(item.roles) for item in cursor.items[cursor.at :]):
        cursor.at = start if between or cursor.done else cursor.at
        return None
    begun = cursor.at
    for at in range(begun + 1, len(cursor.items) - 1):
        roles = cursor.items[at].roles
        joins = Role.AND in roles if between else Role.TO in roles or Role.DASH in roles
        if joins and (found := _both(cursor, begun, at, words)):
            return found
    if between:
        raise NotUnderstoodError
    cursor.at = begun
    return None


def _both(cursor: Cursor, begun: int, at: int, words: Vocabulary) -> Quantity | None:
    """Return the range of the quantities before and behind the word at ``at``, where there are two."""
    before, behind = Cursor(cursor.items[begun:at]), Cursor(cursor.items, at + 1)
    try:
        hedges_before(before)
        hedges_before(behind)
        first, second = quantity(before, words), quantity(behind, words)
    except NotUnderstoodError:
        return None
    if not first or not second or not before.done or first.value is None or second.value is None:
        return None
    first, second = _of_one_kind(first, second)
    first = _with_factor(first, before.items, second, cursor.items[at + 1 : behind.at])
    if first.value is None or second.value is None or first.value >= second.value:
        raise NotUnderstoodError
    cursor.at = behind.at
    return replace(second, value=None, low=first.value, high=second.value, modifier=RANGE)


def _of_one_kind(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    """Return both with the same unit. Raises NotUnderstoodError where they differ in it."""
    if first.kind == COUNT and second.kind != COUNT:
        first = replace(first, kind=second.kind, unit=second.unit, currency=second.currency, per=second.per)
    elif second.kind == COUNT and first.kind != COUNT:
        second = replace(second, kind=first.kind, unit=first.unit, currency=first.currency, per=first.per)
    if (first.kind, first.unit, first.currency) != (second.kind, second.unit, second.currency):
        raise NotUnderstoodError
    return first, second


def _with_factor(first: Quantity, before: Sequence[Item], second: Quantity, behind: Sequence[Item]) -> Quantity:
    """Return the first quantity with the magnitude of the second where it has none of its own: 2 to 3 million."""
    factors = [factor for item in behind for role in FACTORS if (factor := item.roles.get(role))]
    has_own = any(role in item.roles for item in before for role in FACTORS)
    if len(factors) != 1 or has_own or first.value is None or second.value is None:
        return first
    if first.value >= second.value / factors[0]:
        raise NotUnderstoodError
    return replace(first, value=first.value * factors[0])
