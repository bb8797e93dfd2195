"""Numbers as they stand in a figure: digits with “million” behind them, or words."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from annotator.language.figures.cursor import Cursor, NotUnderstoodError
from annotator.language.figures.vocabulary import Role, Vocabulary

WORDS = (Role.SMALL, Role.HUNDRED, Role.PAIR, Role.MAGNITUDE)
NUMBERS = (Role.NUMBER, *WORDS)
MOST = Decimal(10) ** 18


def number(cursor: Cursor, words: Vocabulary, *, money: bool = False) -> Decimal | None:
    """Take a number from the cursor and return it; None where none stands there.

    Raises NotUnderstoodError where words of numbers do not make one.
    """
    value = _literal(cursor)
    if value is None:
        value = _in_words(cursor, words)
    if value is not None and not cursor.plain:
        value = _multiplied(cursor, value, money)
    if value is not None and (value > MOST or (cursor.has(*NUMBERS) and not cursor.has(Role.UNIT))):
        raise NotUnderstoodError
    return value


def _multiplied(cursor: Cursor, value: Decimal, money: bool) -> Decimal:
    """Return the number times “million” behind it, with “and a half” added before or behind that."""
    value = _and_a_fraction(cursor, value)
    while (factor := _factor(cursor, money)) is not None:
        if value >= 100 and factor < 100:
            raise NotUnderstoodError
        value *= factor
    return _and_a_fraction(cursor, value)


def _factor(cursor: Cursor, money: bool) -> int | None:
    """Take “million” behind a number; “m” is a million of money only, else metres."""
    if not money and cursor.has(Role.MAGNITUDE) and cursor.has(Role.UNIT):
        return None
    factor: int | None = cursor.take(Role.MAGNITUDE) or cursor.take(Role.COLLECTIVE) or cursor.take(Role.PLURAL)
    return factor


def _literal(cursor: Cursor) -> Decimal | None:
    value: Decimal | None = cursor.take(Role.NUMBER)
    if value is None:
        vulgar: Decimal | None = cursor.take(Role.VULGAR)
        return vulgar
    if cursor.glued and (part := cursor.take(Role.VULGAR)) is not None:
        value += part
    if (power := cursor.take(Role.POWER)) is not None:
        value = Decimal(value) ** power if abs(power) <= 18 else MOST * 10
    elif cursor.texts(1) in ("×", "x", "·") and cursor.texts(2, 1) == "10":
        cursor.at += 2
        if (power := cursor.take(Role.POWER)) is None or abs(power) > 18:
            raise NotUnderstoodError
        value *= Decimal(10) ** power
    return value


def _and_a_fraction(cursor: Cursor, value: Decimal) -> Decimal:
    """Return the value with “and a half” added where that follows."""
    start = cursor.at
    joins = cursor.take(Role.AND) is not None
    glued = cursor.glued
    joins = (cursor.take(Role.ARTICLE) is not None and glued) or joins
    denominator: int | None = cursor.take(Role.FRACTION)
    if denominator is None or cursor.has(Role.OF) or not joins:
        cursor.at = start
        return value
    return value + Decimal(_magnitude_before(cursor, start)) / denominator


def _magnitude_before(cursor: Cursor, at: int) -> int:
    """Return the thousand or million before the place, of which “and a half” says the half; 1 where there is none."""
    roles = cursor.items[at - 1].roles
    pair: int = roles.get(Role.PAIR, 0)
    return roles.get(Role.MAGNITUDE, 0) or pair // 2 or 1


@dataclass(slots=True)
class _Sum:
    """A number that is put together of words: what is complete, and the group below thousand that is not."""

    words: Vocabulary
    parts: list[tuple[Decimal, int]] = field(default_factory=list)
    """Complete parts of thousands, millions and so on, each with its magnitude."""
    group: int | None = None

    @property
    def is_empty(self) -> bool:
        """True if no word has been taken."""
        return self.group is None and not self.parts

    def fits(self, value: int) -> bool:
        """Tell whether a word below 1000 can be added to the group."""
        group = self.group
        if group is None:
            return True
        rest = group % 100
        if rest == 0 or value >= 100:
            return 0 < value < 100 and group > 0
        if value < 10:
            return value > 0 and rest >= 20 and rest % 10 == 0
        if value < 20:
            return rest in self.words.scores
        return self.words.units_first and rest < 10 and value % 10 == 0

    def add(self, value: int) -> None:
        if not self.fits(value):
            raise NotUnderstoodError
        self.group = (self.group or 0) + value

    def hundred(self, value: int) -> None:
        if self.group is not None and not 0 < self.group < 100:
            raise NotUnderstoodError
        self.group = (self.group or 1) * value

    def magnitude(self, value: int) -> None:
        lower, is_first = Decimal(self.group or 0), self.group is None
        while self.parts and self.parts[-1][0] < value:
            lower += self.parts.pop()[0]
            is_first = False
        if self.parts and (is_first or self.parts[-1][1] <= value):
            raise NotUnderstoodError
        self.parts.append(((Decimal(1) if is_first else lower) * value, value))
        self.group = None

    def pair(self, value: int) -> None:
        self.parts.append((Decimal(value), value // 2))

    @property
    def number(self) -> Decimal:
        """The number that the words make."""
        return sum((part for part, _magnitude in self.parts), Decimal(self.group or 0))


def _in_words(cursor: Cursor, words: Vocabulary) -> Decimal | None:
    start, so_far = cursor.at, _Sum(words)
    if cursor.take(Role.ARTICLE) is not None and not cursor.has(Role.HUNDRED, Role.MAGNITUDE, Role.COLLECTIVE):
        cursor.at = start
    begun = cursor.at
    while _word(cursor, so_far) or _and(cursor, so_far):
        pass
    if cursor.at == begun:
        if begun > start and (dozen := cursor.take(Role.COLLECTIVE)) is not None:
            return Decimal(dozen)
        cursor.at = start
        return None
    return so_far.number


def _word(cursor: Cursor, so_far: _Sum) -> bool:
    """Take one word of a number and return whether there was one."""
    if not so_far.is_empty and cursor.has(Role.SMALL) and cursor.has_next(Role.FRACTION):
        return False
    if (value := cursor.take(Role.SMALL)) is not None:
        so_far.add(value)
    elif so_far.is_empty and (value := cursor.take(Role.PAIR)) is not None:
        so_far.pair(value)
    elif (value := cursor.take(Role.HUNDRED)) is not None:
        so_far.hundred(value)
    elif (value := cursor.take(Role.MAGNITUDE)) is not None:
        so_far.magnitude(value)
    else:
        return False
    return True


def _and(cursor: Cursor, so_far: _Sum) -> bool:
    """Take the “and” within a number, before a word that can be added."""
    if so_far.is_empty or not cursor.has(Role.AND) or not cursor.has_next(*WORDS):
        return False
    if so_far.group is not None and cursor.has_next(Role.HUNDRED):
        return False
    value = cursor.next(Role.SMALL)
    if value is not None and not so_far.fits(value):
        return False
    cursor.at += 1
    return True
