"""Shares in two numbers, as one in three, and in one, as “jeder Dritte”."""

from __future__ import annotations

from decimal import Decimal

from annotator.language.figures.cursor import Cursor, NotUnderstoodError
from annotator.language.figures.grammar.numerals import number
from annotator.language.figures.grammar.quantity import FOUR_DECIMALS, Quantity
from annotator.language.figures.vocabulary import PROPORTION, Role, Vocabulary

MOST_RATIO_WORDS = 2
"""Words that may stand between the first number and “in”: three people in ten."""


def ratio(cursor: Cursor, words: Vocabulary) -> Quantity | None:
    """Return a share in two numbers: one in three, nine out of ten."""
    places = [at for at in range(cursor.at, len(cursor.items)) if Role.RATIO in cursor.items[at].roles]
    for at in places:
        part, whole = Cursor(cursor.items[cursor.at : at]), Cursor(cursor.items, at + 1)
        first = _plain_number(part, words)
        whole.skip(Role.FILLER)
        second = _plain_number(whole, words)
        unsaid = all(not item.roles for item in part.items[part.at :]) and len(part.items) - part.at <= MOST_RATIO_WORDS
        if first is None or second is None or not unsaid:
            continue
        if not 0 < first <= second or second < 2:
            return None
        cursor.at = whole.at
        return Quantity((first / second).quantize(FOUR_DECIMALS).normalize(), kind=PROPORTION)
    return None


def each_of(cursor: Cursor) -> Quantity | None:
    """Return a share in one ordinal: jeder Dritte."""
    start = cursor.at
    if cursor.take(Role.EACH) is not None:
        at = cursor.at
        ordinal = cursor.take(Role.ORDINAL)
        if ordinal is None and (value := cursor.take(Role.NUMBER) or cursor.take(Role.SMALL)):
            ordinal = value if cursor.take(Role.ORDINAL_MARK) is not None else None
        if ordinal is not None and ordinal > 1:
            return Quantity((1 / Decimal(ordinal)).quantize(FOUR_DECIMALS).normalize(), kind=PROPORTION)
        cursor.at = at
    cursor.at = start
    return None


def _plain_number(cursor: Cursor, words: Vocabulary) -> Decimal | None:
    try:
        value = number(cursor, words)
    except NotUnderstoodError:
        return None
    if value is None and (one := cursor.take(Role.ARTICLE)) is not None and one == "one":
        return Decimal(1)
    return value
