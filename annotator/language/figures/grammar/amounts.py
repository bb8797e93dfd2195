"""Amounts of a figure: a quantity with “about” or “more than”, a range, a ratio."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.language.figures.cursor import Cursor, NotUnderstoodError
from annotator.language.figures.grammar.hedges import hedges_before, hedges_behind
from annotator.language.figures.grammar.quantities import quantity
from annotator.language.figures.grammar.quantity import Quantity
from annotator.language.figures.grammar.ranges import range_of
from annotator.language.figures.grammar.ratios import each_of, ratio
from annotator.language.figures.lexing import Item
from annotator.language.figures.vocabulary import (
    ABOUT,
    COUNT,
    DURATION,
    EXACT,
    LEAST,
    LESS,
    MORE,
    MOST,
    RANGE,
    RANK,
    VAGUE,
    Role,
    Vocabulary,
)
from annotator.language.figures.words_before import hedge_before, last_word

MORE_NUMBERS = frozenset(
    {Role.NUMBER, Role.LITERAL, Role.SMALL, Role.HUNDRED, Role.MAGNITUDE, Role.VULGAR, Role.PER_CENT, Role.CURRENCY}
)
"""Parts of a second number, which a figure cannot have."""
STRONG = (MORE, LESS, LEAST, MOST)


def amount(items: Sequence[Item], before: str, words: Vocabulary) -> tuple[Quantity, list[Item]]:
    """Return what the items say, and those behind it, which say what is counted. Raises NotUnderstoodError."""
    cursor = Cursor(items)
    between = Role.BETWEEN in words.entries.get(last_word(before), {})
    hedges = hedges_before(cursor)
    aged = _aged(cursor)
    hedges += hedges_before(cursor)
    found = (
        ratio(cursor, words) or each_of(cursor) or range_of(cursor, words, between=between) or quantity(cursor, words)
    )
    if found is None:
        raise NotUnderstoodError
    if aged:
        _make_age(found)
    hedges += hedges_behind(cursor)
    _qualify(found, hedges)
    if found.modifier == EXACT and found.kind != RANK:
        found.modifier = hedge_before(before, words) or EXACT
    return found, _rest(cursor, found)


def _qualify(found: Quantity, hedges: list[str]) -> None:
    """Give the quantity the modifier of the words around it. Raises NotUnderstoodError where they contradict."""
    strong = {hedge for hedge in hedges if hedge in STRONG}
    if len(strong) > 1:
        raise NotUnderstoodError
    if found.modifier in (VAGUE, RANGE):
        if strong and found.modifier == RANGE:
            raise NotUnderstoodError
        return
    found.modifier = strong.pop() if strong else ABOUT if ABOUT in hedges else found.modifier


def _aged(cursor: Cursor) -> bool:
    start = cursor.at
    if cursor.take(Role.AGED) is None:
        return False
    if cursor.done:
        cursor.at = start
        return False
    return True


def _make_age(found: Quantity) -> None:
    if found.kind not in (COUNT, DURATION) or found.unit not in ("", "year", "month", "week", "day"):
        raise NotUnderstoodError
    found.kind, found.unit, found.age = DURATION, found.unit or "year", True


def _rest(cursor: Cursor, found: Quantity) -> list[Item]:
    """Return the items behind the amount. Raises NotUnderstoodError where another number is among them."""
    cursor.take(Role.SUPERLATIVE)  # “the two largest” are no thing that is counted
    rest = list(cursor.items[cursor.at :])
    if not rest:
        return rest
    first, roles = rest[0], rest[0].roles
    is_cut = first.glued and (not roles or Role.DECADE in roles)
    goes_on = Role.AND in roles and len(rest) > 1 and Role.FRACTION in rest[1].roles
    is_sign = found.modifier == EXACT and not first.text[:1].isalpha()
    if is_cut or goes_on or is_sign or any(item.roles.keys() & MORE_NUMBERS for item in rest):
        raise NotUnderstoodError
    return [] if all(Role.OF in item.roles for item in rest) else rest
