"""Units behind a number, “per” with another one, and ages."""

from __future__ import annotations

from decimal import Decimal

from annotator.language.figures.cursor import Cursor, NotUnderstoodError
from annotator.language.figures.grammar.numerals import number
from annotator.language.figures.grammar.quantity import Quantity
from annotator.language.figures.vocabulary import (
    COUNT,
    DURATION,
    MEASURE,
    MONEY,
    OTHER,
    PROPORTION,
    RANK,
    Role,
    Unit,
    Vocabulary,
)

STEPS = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("m", "cm"): 100,
    ("km", "m"): 1000,
    ("kg", "g"): 1000,
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
}
"""Units that are said together, the second being so many times in the first."""


def take_units(cursor: Cursor, words: Vocabulary, found: Quantity) -> None:
    """Take the unit behind a number, “per” with another one, and what else is said of it."""
    if not cursor.plain:
        _take_unit(cursor, words, found)
    if found.currency:
        found.kind = MONEY
        _name(found)
    if not cursor.plain:
        _age(cursor, found)
        _per(cursor, found)
    found.kind = found.kind or COUNT


def _take_unit(cursor: Cursor, words: Vocabulary, found: Quantity) -> None:
    start = cursor.at
    cursor.skip(Role.OF)
    if not found.unit and not cursor.has(Role.PER_CENT, Role.CURRENCY, Role.UNIT, Role.FOLD):
        cursor.at = start
    if found.unit:
        _more_of_it(cursor, words, found)
    elif (unit := cursor.take(Role.PER_CENT)) is not None:
        set_unit(found, unit)
    elif (code := cursor.take(Role.CURRENCY)) is not None and not found.currency:
        found.currency = code
    elif not found.currency and (unit := cursor.take(Role.UNIT)) is not None:
        set_unit(found, unit)
        _more_of_it(cursor, words, found)
    elif cursor.has(Role.YEARS_OLD):
        found.age = cursor.items[cursor.at].text[0].isupper()
        cursor.at += 1
        found.unit, found.kind = "year", DURATION
    elif cursor.take(Role.FOLD) is not None:
        found.kind, found.unit = OTHER, "time"


def _name(found: Quantity) -> None:
    """Give the currency by its name where its code is not sure."""
    if not found.currency.isupper():
        found.unit, found.currency = found.currency, ""


def set_unit(found: Quantity, unit: Unit) -> None:
    found.unit = unit.name
    if found.kind not in (PROPORTION, RANK):
        found.kind = unit.kind
    elif found.kind == RANK:
        raise NotUnderstoodError


def _more_of_it(cursor: Cursor, words: Vocabulary, found: Quantity) -> None:
    """Add “and a half” behind a unit, and a smaller unit with its number: two hours 30 minutes."""
    start = cursor.at
    if found.value is not None and cursor.take(Role.AND) is not None:
        cursor.take(Role.ARTICLE)
        if (denominator := cursor.take(Role.FRACTION)) is not None:
            found.value += Decimal(1) / denominator
            return
    smaller = None if found.value is None or cursor.has(Role.OLD) else number(cursor, words)
    unit = cursor.take(Role.UNIT) if smaller is not None else None
    step = STEPS.get((found.unit, unit.name)) if unit else None
    if step is None or smaller is None or unit is None or found.value is None:
        cursor.at = start
        return
    found.value, found.unit = found.value * step + smaller, unit.name


def _age(cursor: Cursor, found: Quantity) -> None:
    if found.kind == DURATION and cursor.take(Role.OLD) is not None:
        found.age = True


def _per(cursor: Cursor, found: Quantity) -> None:
    start = cursor.at
    if cursor.take(Role.PER) is None and cursor.take(Role.ARTICLE) is None:
        return
    unit = cursor.take(Role.UNIT)
    if unit is None or not (found.unit or found.currency or found.kind == COUNT):
        cursor.at = start
    elif found.kind == MEASURE or found.unit == "time":
        found.unit = f"{found.unit}/{unit.name}" if found.kind == MEASURE else found.unit
        found.per = "" if found.kind == MEASURE else unit.name
    else:
        found.per = unit.name
