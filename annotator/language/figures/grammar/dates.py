"""Days, times of day, years and decades as figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.language.figures.cursor import Cursor, NotUnderstoodError
from annotator.language.figures.figure_reading import FigureReading
from annotator.language.figures.grammar.clock import take_time, take_zone
from annotator.language.figures.grammar.hedges import hedges_before
from annotator.language.figures.grammar.moment import Moment
from annotator.language.figures.grammar.years import is_year, year_of
from annotator.language.figures.lexing import Item, items_of
from annotator.language.figures.vocabulary import ABOUT, DATE_TIME, EXACT, Role, Vocabulary
from annotator.language.figures.words_before import last_word

ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
DAY = re.compile(r"([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{4})")
DATED = frozenset({Role.MONTH, Role.WEEKDAY, Role.NOON, Role.DECADE, Role.ZONE, Role.CLOCK})
BETWEEN_PARTS = (Role.OF, Role.THE, Role.AT, Role.YEAR_BEFORE)


def date_or_time(items: Sequence[Item], before: str, behind: str, words: Vocabulary) -> FigureReading | None:
    """Return the reading of a date, a time or a year; None where the items are none of these.

    Raises NotUnderstoodError where a number may be a year or not.
    """
    if not any(map(_may_be_dated, items)):
        return None
    cursor = Cursor(items)
    hedges = hedges_before(cursor)
    if items and items[-1].roles.get(Role.CLOCK) == 24:
        cursor.items = [*items[:-1], items_of(f"{items[-1].text} {behind[:30]}", words, 5)[0]]
    if found := year_of(cursor, hedges, before, behind, words):
        return found
    moment = Moment()
    moment.at = Role.AT in words.entries.get(last_word(before), {})
    while _part(cursor, moment, words):
        while cursor.has(*BETWEEN_PARTS) or cursor.texts(1) in (",", "."):
            cursor.at += 1
    if not cursor.done or not moment.is_said:
        return None
    modifier = ABOUT if ABOUT in hedges else EXACT
    return FigureReading(None, modifier=modifier, kind=DATE_TIME, unit=moment.zone, when=moment.when())


def _may_be_dated(item: Item) -> bool:
    """Return whether the item can be a part of a date or a time; most figures have none, which takes no time then."""
    literal = item.roles.get(Role.LITERAL, "")
    return len(literal) == 4 or ":" in literal or len(literal) >= 8 or not item.roles.keys().isdisjoint(DATED)


def _part(cursor: Cursor, moment: Moment, words: Vocabulary) -> bool:
    """Take the next part of a date or a time and return whether there was one."""
    start = cursor.at
    moment.at = moment.at or cursor.has(Role.AT)
    cursor.skip(Role.AT, Role.THE)
    found = (
        _weekday(cursor, moment)
        or _digits(cursor, moment, words)
        or take_time(cursor, moment)
        or take_zone(cursor, moment)
        or _decade(cursor, moment)
        or _month_and_day(cursor, moment)
        or _year(cursor, moment)
    )
    if not found:
        cursor.at = start
    return found


def _weekday(cursor: Cursor, moment: Moment) -> bool:
    if moment.weekday or cursor.take(Role.WEEKDAY) is None:
        return False
    moment.weekday = True
    return True


def _digits(cursor: Cursor, moment: Moment, words: Vocabulary) -> bool:
    """Take a date that is written in digits only."""
    literal = cursor.items[cursor.at].roles.get(Role.LITERAL, "") if not cursor.done else ""
    if moment.month or not literal:
        return False
    if match := ISO.fullmatch(literal):
        moment.year, moment.month, moment.day = (int(part) for part in match.groups())
    elif match := DAY.fullmatch(literal):
        first, second, moment.year = int(match[1]), int(match[3]), int(match[4])
        day_first = words.day_first if match[2] == "/" else True
        if day_first is None and first <= 12 and second <= 12 and first != second:
            raise NotUnderstoodError
        moment.day, moment.month = (first, second) if (day_first or first > 12) else (second, first)
    else:
        return False
    cursor.at += 1
    return True


def _decade(cursor: Cursor, moment: Moment) -> bool:
    item = None if cursor.done else cursor.items[cursor.at]
    if item is None or not is_year(item) or not cursor.has_next(Role.DECADE) or not item.text.endswith("0"):
        return False
    moment.year, moment.decade = int(item.text), True
    cursor.at += 2
    return True


def _month_and_day(cursor: Cursor, moment: Moment) -> bool:
    """Take a day before its month, a month before its day, or a month alone."""
    start = cursor.at
    day = _day(cursor)
    cursor.skip(Role.OF)
    month = cursor.take(Role.MONTH)
    if moment.month or month is None:
        cursor.at = start
        return False
    if not day:
        at = cursor.at
        cursor.skip(Role.THE)
        day = _day(cursor)
        if not day or cursor.has(Role.CLOCK):
            cursor.at, day = at, 0
    moment.day, moment.month = day, month
    return True


def _day(cursor: Cursor) -> int:
    """Take the number of a day; 0 where there is none."""
    start = cursor.at
    roles = cursor.items[cursor.at].roles if not cursor.done else {}
    value = roles.get(Role.NUMBER) or roles.get(Role.ORDINAL) or roles.get(Role.SMALL) or 0
    if not 1 <= value <= 31 or value != int(value):
        cursor.at = start
        return 0
    cursor.at += 1
    cursor.take(Role.ORDINAL_MARK)
    if cursor.texts(1) == ".":
        cursor.at += 1
    return int(value)


def _year(cursor: Cursor, moment: Moment) -> bool:
    if moment.year or not moment.month or cursor.done or not is_year(cursor.items[cursor.at]):
        return False
    moment.year = int(cursor.items[cursor.at].text)
    cursor.at += 1
    return True
