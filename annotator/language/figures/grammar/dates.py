"""Days, times of day, years and decades as figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from annotator.language.figures.cursor import Cursor, NotUnderstoodError
from annotator.language.figures.figure_reading import FigureReading
from annotator.language.figures.grammar.hedges import hedges_before
from annotator.language.figures.grammar.years import is_year, year_of
from annotator.language.figures.lexing import Item, items_of
from annotator.language.figures.vocabulary import ABOUT, DATE_TIME, EXACT, Role, Vocabulary
from annotator.language.figures.words_before import last_word

ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
DAY = re.compile(r"([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{4})")
TIME = re.compile(r"([0-9]{1,2})[:.]([0-5][0-9])")
MILITARY = re.compile(r"([01][0-9]|2[0-4])([0-5][0-9])")
BETWEEN_PARTS = (Role.OF, Role.THE, Role.AT, Role.YEAR_BEFORE)


@dataclass(slots=True)
class Moment:
    """Parts of a date and of a time, as far as they were read; 0 and empty for those that are not said."""

    year: int = 0
    month: int = 0
    day: int = 0
    time: str = ""
    zone: str = ""
    weekday: bool = False
    at: bool = False
    decade: bool = False

    @property
    def is_said(self) -> bool:
        """True if it is enough for a date or a time."""
        return bool(self.time or self.weekday or (self.month and (self.day or self.year)) or self.decade)

    def when(self) -> str:
        """Return it in digits, the largest unit first; empty for a day of the week whose date is not said.

        Raises NotUnderstoodError for a day that there is not.
        """
        if self.decade:
            return f"{self.year}s"
        if self.day:
            _refuse_no_day(self.year or 2000, self.month, self.day)
        if self.weekday and not self.day:
            return ""
        years = f"{self.year:04}-" if self.year else "--" if self.day else ""
        day = f"{years}{self.month:02}" if self.month else ""
        day += f"-{self.day:02}" if self.day else ""
        return " ".join(part for part in (day, self.time, self.zone) if part)


def date_or_time(items: Sequence[Item], before: str, behind: str, words: Vocabulary) -> FigureReading | None:
    """Return the reading of a date, a time or a year; None where the items are none of these.

    Raises NotUnderstoodError where a number may be a year or not.
    """
    cursor = Cursor(items)
    hedges = hedges_before(cursor)
    if items and items[-1].roles.get(Role.CLOCK) == 24:
        cursor.items = [*items[:-1], items_of(f"{items[-1].text} {behind[:30]}", words)[0]]
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


def _part(cursor: Cursor, moment: Moment, words: Vocabulary) -> bool:
    """Take the next part of a date or a time and return whether there was one."""
    start = cursor.at
    moment.at = moment.at or cursor.has(Role.AT)
    cursor.skip(Role.AT, Role.THE)
    found = (
        _weekday(cursor, moment)
        or _digits(cursor, moment, words)
        or _time(cursor, moment)
        or _zone(cursor, moment)
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


def _time(cursor: Cursor, moment: Moment) -> bool:
    start = cursor.at
    if moment.time or cursor.done:
        return False
    if (noon := cursor.take(Role.NOON)) is not None:
        moment.time = noon
        return True
    hour, minute = _hour(cursor)
    later = cursor.take(Role.CLOCK)
    if hour is None or hour > 24 or (minute is None and later is None):
        cursor.at = start
        return False
    minute = _minutes(cursor) if minute is None else minute
    if later == 24 and not moment.at and minute == 0:
        if 12 < hour < 24:
            raise NotUnderstoodError
        cursor.at = start
        return False
    if later in (1, 12) and (hour > 12 or hour == 0):
        raise NotUnderstoodError
    if later in (1, 12):
        hour = hour % 12 + (12 if later == 12 else 0)
    moment.time = f"{hour:02}:{minute:02}"
    return True


def _hour(cursor: Cursor) -> tuple[int | None, int | None]:
    """Take hours and minutes from the digits; None for those that are not there."""
    item = cursor.items[cursor.at]
    literal = item.roles.get(Role.LITERAL, "")
    behind = Cursor(cursor.items, cursor.at + 1)
    if match := TIME.fullmatch(literal):
        if ":" in literal or behind.has(Role.CLOCK, Role.ZONE):
            cursor.at += 1
            return int(match[1]), int(match[2])
    elif (match := MILITARY.fullmatch(literal)) and behind.has(Role.ZONE, Role.CLOCK):
        cursor.at += 1
        return int(match[1]), int(match[2])
    elif (literal.isdecimal() and len(literal) <= 2) or Role.SMALL in item.roles:
        cursor.at += 1
        return int(literal or item.roles[Role.SMALL]), None
    return None, None


def _minutes(cursor: Cursor) -> int:
    """Take the minutes behind the hour, as in 20h30."""
    literal = cursor.items[cursor.at].roles.get(Role.LITERAL, "") if not cursor.done else ""
    if len(literal) == 2 and literal.isdecimal() and int(literal) < 60:
        cursor.at += 1
        return int(literal)
    return 0


def _zone(cursor: Cursor, moment: Moment) -> bool:
    if not moment.time or moment.zone or not cursor.has(Role.ZONE):
        return False
    moment.zone = cursor.take(Role.ZONE)
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


def _refuse_no_day(year: int, month: int, day: int) -> None:
    try:
        date(year, month, day)
    except ValueError:
        raise NotUnderstoodError from None
