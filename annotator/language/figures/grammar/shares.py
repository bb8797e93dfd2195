"""Shares and ranks: half a million, a third, the third."""

from __future__ import annotations

from decimal import Decimal

from annotator.language.figures.cursor import Cursor, NotUnderstoodError
from annotator.language.figures.grammar.numerals import NUMBERS
from annotator.language.figures.grammar.quantity import FOUR_DECIMALS, Quantity
from annotator.language.figures.vocabulary import PROPORTION, RANK, VAGUE, Role


def part_of(value: Decimal, denominator: int, cursor: Cursor, found: Quantity) -> Decimal:
    """Return so many parts: of a magnitude or of a unit behind it, else a proportion; with four decimals at most."""
    part = value / denominator
    whole = _whole(cursor)
    if whole:
        return (part * whole).quantize(FOUR_DECIMALS).normalize()
    if not cursor.has(Role.UNIT) and not (_of(cursor) and cursor.has_next(Role.UNIT)):
        if part > 1:
            raise NotUnderstoodError
        found.kind = PROPORTION
    return part.quantize(FOUR_DECIMALS).normalize()


def _whole(cursor: Cursor) -> int | None:
    """Take “of a million” behind a fraction, also without “of”; the words before a unit are stepped over."""
    start = cursor.at
    cursor.take(Role.OF)
    cursor.take(Role.ARTICLE)
    for role in (Role.MAGNITUDE, Role.COLLECTIVE, Role.ROUND, Role.HUNDRED):
        if (whole := cursor.take(role)) is not None:
            return int(whole)
    if not cursor.has(Role.UNIT) or cursor.items[cursor.at - 1].roles.get(Role.OF):
        cursor.at = start
    return None


def share(cursor: Cursor, found: Quantity) -> bool:
    """Take a fraction without a number before it: half a million, a third, most."""
    start = cursor.at
    if cursor.take(Role.ARTICLE) is None:
        cursor.take(Role.THE)
    if (bounds := cursor.take(Role.SHARE)) is not None:
        found.low, found.high = bounds
        found.kind, found.modifier = PROPORTION, VAGUE
        return True
    if (parts := cursor.take(Role.PARTS)) is not None:
        found.value = part_of(Decimal(parts[0]), parts[1], cursor, found)
        return True
    if (denominator := cursor.take(Role.TWO_PARTS)) is not None:
        found.value = part_of(Decimal(2), denominator, cursor, found)
        return True
    denominator = cursor.take(Role.FRACTION)
    has_article = start + 1 < cursor.at and cursor.items[start].roles.get(Role.ARTICLE) is not None
    if denominator is None or not (has_article or Role.ORDINAL not in cursor.items[cursor.at - 1].roles or _of(cursor)):
        cursor.at = start
        return False
    found.may_be_a_rank = Role.ORDINAL in cursor.items[cursor.at - 1].roles and cursor.done
    found.value = part_of(Decimal(1), denominator, cursor, found)
    return True


def _of(cursor: Cursor) -> bool:
    return cursor.has(Role.OF)


def rank(cursor: Cursor, found: Quantity) -> bool:
    """Take an ordinal: the third, 21st, the twenty-first."""
    start = cursor.at
    definite = cursor.take(Role.THE) is not None
    before = Decimal(0)
    if cursor.has(Role.NUMBER, Role.SMALL):
        roles = cursor.items[cursor.at].roles
        before = Decimal(roles.get(Role.NUMBER) or roles.get(Role.SMALL) or 0)
        cursor.at += 1
        if cursor.take(Role.ORDINAL_MARK) is not None:
            return _ranked(found, before)
    ordinal = cursor.take(Role.ORDINAL)
    fits = ordinal is not None and (not before or (before % 10 == 0 and before >= 20 and ordinal < 10))
    as_share = ordinal is not None and Role.FRACTION in cursor.items[cursor.at - 1].roles
    if not fits or (as_share and not definite and not before and _of(cursor)) or cursor.has(Role.UNIT, *NUMBERS):
        cursor.at = start
        return False
    return _ranked(found, before + ordinal)


def superlative(cursor: Cursor, found: Quantity) -> bool:
    """Take a superlative, which is a rank: the largest, the second-largest, the 10th largest."""
    start = cursor.at
    definite, before = cursor.take(Role.THE) is not None, _ordinal(cursor)
    own = cursor.take(Role.SUPERLATIVE)
    if own is None and (definite or before):
        own = cursor.take(Role.COMPARATIVE)
    if own is None or (before and own > 1):
        cursor.at = start
        return False
    return _ranked(found, before or Decimal(own))


def _ordinal(cursor: Cursor) -> Decimal | None:
    start = cursor.at
    number: Decimal | None = cursor.take(Role.NUMBER)
    if number is not None and cursor.take(Role.ORDINAL_MARK) is not None:
        return number
    cursor.at = start
    word = cursor.take(Role.ORDINAL)
    return None if word is None else Decimal(word)


def _ranked(found: Quantity, value: Decimal) -> bool:
    found.value, found.kind = Decimal(value), RANK
    return value == int(value) and value > 0
