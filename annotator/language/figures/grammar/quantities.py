"""One quantity of a figure: a number with its unit, a share, or an amount without a number."""

from __future__ import annotations

from decimal import Decimal

from annotator.language.figures.cursor import Cursor
from annotator.language.figures.grammar.numerals import number
from annotator.language.figures.grammar.quantity import Quantity
from annotator.language.figures.grammar.shares import part_of, rank, share, superlative
from annotator.language.figures.grammar.units_behind import set_unit, take_units
from annotator.language.figures.grammar.vague_amounts import round_number, vague
from annotator.language.figures.vocabulary import OTHER, VAGUE, Role, Vocabulary


def quantity(cursor: Cursor, words: Vocabulary) -> Quantity | None:
    """Take a quantity from the cursor; None where none stands there. Raises NotUnderstoodError."""
    start, found = cursor.at, Quantity()
    found.currency = cursor.take(Role.CURRENCY) or ""
    negative = cursor.take(Role.MINUS) is not None
    if found.currency == "" and negative:
        found.currency = cursor.take(Role.CURRENCY) or ""
    cursor.skip(Role.FILLER)
    _skip_article(cursor)
    if not _amount(cursor, words, found):
        cursor.at = start
        return None
    if negative and found.value is not None:
        found.value = -found.value
    take_units(cursor, words, found)
    return found


def _amount(cursor: Cursor, words: Vocabulary, found: Quantity) -> bool:
    """Take the number, or what stands for one, and return whether there was one.

    Digits without an ordinal behind them are nothing else.
    """
    if cursor.has(Role.NUMBER) and not cursor.has_next(Role.ORDINAL_MARK, Role.ORDINAL):
        return _number(cursor, words, found)
    return (
        superlative(cursor, found)
        or rank(cursor, found)
        or vague(cursor, found)
        or share(cursor, found)
        or round_number(cursor, found)
        or _number(cursor, words, found)
        or _repetition(cursor, found)
        or _one_unit(cursor, words, found)
    )


def _number(cursor: Cursor, words: Vocabulary, found: Quantity) -> bool:
    start = cursor.at
    value = number(cursor, words, money=bool(found.currency))
    if value is None:
        cursor.at = start
        return False
    if (denominator := cursor.take(Role.FRACTION)) is not None:
        value = part_of(value, denominator, cursor, found)
    elif (single := cursor.take(Role.ROUND)) is not None:
        value *= single
    found.value = value
    return True


def _repetition(cursor: Cursor, found: Quantity) -> bool:
    count = cursor.take(Role.TIMES)
    if count is None:
        return False
    found.value, found.kind, found.unit = Decimal(count), OTHER, "time"
    return True


def _one_unit(cursor: Cursor, words: Vocabulary, found: Quantity) -> bool:
    """Take “a year”, and two of a unit in one word, where a language has that."""
    start = cursor.at
    if (unit := cursor.take(Role.DUAL)) is not None:
        found.value = Decimal(2)
        set_unit(found, unit)
        return True
    if cursor.take(Role.ARTICLE) is not None and cursor.has(Role.UNIT):
        found.may_be_a_rank = cursor.has(Role.ORDINAL)
        found.value = Decimal(1)
        return True
    cursor.at = start
    cursor.take(Role.OF)
    if cursor.has(Role.UNITS):
        found.low, found.modifier = Decimal(2), VAGUE
        return True
    cursor.at = start
    if cursor.has(Role.UNIT) and Role.ARTICLE not in words.table:
        found.value = Decimal(1)
        return True
    return False


def _skip_article(cursor: Cursor) -> None:
    """Step over the article of “a 30-metre wave” and “the 40 people”."""
    if cursor.at + 1 < len(cursor.items) and cursor.items[cursor.at + 1].glued:
        return
    if (cursor.has(Role.ARTICLE, Role.THE) and cursor.has_next(Role.NUMBER, Role.SMALL)) or (
        cursor.has(Role.THE) and cursor.has_next(Role.HUNDRED, Role.MAGNITUDE, Role.UNIT)
    ):
        cursor.at += 1
